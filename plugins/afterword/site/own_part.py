"""Which part of a site is ours: all of it, or one folder of a site that has other pages, which stay as they are to the byte."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from afterword.frozen import dataclass
from afterword.options import SEALED, Options
from afterword.patterns import seldom
from afterword.site.bundle import SCRIPT, STYLESHEET
from afterword.site.host import HostConfig, HostFile

_HEAD_END = seldom(r"</head>", re.IGNORECASE)
_BODY_END = seldom(r"</body>(?!.*</body>)", re.IGNORECASE | re.DOTALL)
# How Material is told what a page's script shall do.
_SETTINGS = seldom(r'(<script id="__config" type="application/json">)(.*?)(</script>)', re.DOTALL)
INSTANT = "navigation.instant"


@dataclass(frozen=True, slots=True)
class OwnPart:
    """The `folder` of the journal below the folder of the site's sources, without a slash at its ends; empty where the two are one.

    `is_sealed` says that the site will be sealed: whoever opens one page has them all in one place, so that all are guarded.
    """

    folder: str = ""
    is_sealed: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether there is no page but the journal's."""
        return not self.folder

    @property
    def guards_all(self) -> bool:
        """Whether every page of the site is guarded, and not ours alone."""
        return self.is_whole or self.is_sealed

    def path(self, uri: str) -> str:
        """The path in the journal of a path below the sources or the site; empty for one that is outside."""
        if self.is_whole:
            return uri
        inside = uri.startswith(f"{self.folder}/")
        return uri.removeprefix(f"{self.folder}/") if inside else ""

    def uri(self, path: str) -> str:
        """The path below the sources or the site of a path in the journal."""
        return path if self.is_whole else f"{self.folder}/{path}"

    def listed(self, files: Iterable[HostFile], config: HostConfig) -> list[HostFile]:
        """The files that a sitemap lists: none of ours where Material exchanges a page for another in place, by what stands there.

        Neither may be under the other's policy.
        """
        is_instant = INSTANT in (config.theme.get("features") or [])
        return [one for one in files if not (is_instant and self.path(one.src_uri))]

    def with_assets(self, page: str, base: str) -> str:
        """A page of ours that asks for our stylesheet and script by itself; `base` leads from it to the top of the site.

        It goes to every other page anew: one that a script puts in its place would be under its policy, and so would every page after.
        """
        if self.is_whole:
            return page
        style, script = (f"{base}/{self.uri(one)}" for one in (STYLESHEET, SCRIPT))
        page = _HEAD_END.sub(f'<link rel="stylesheet" href="{style}"></head>', page, count=1)
        page = _BODY_END.sub(f'<script src="{script}"></script></body>', page, count=1)
        return _SETTINGS.sub(_without_instant, page, count=1)


def own_part(options: Options, environment: Mapping[str, str]) -> OwnPart:
    """The part that the options name, in a build by these variables of the environment."""
    return OwnPart(options.folder, is_sealed=bool(environment.get(SEALED)))


def _without_instant(settings: re.Match[str]) -> str:
    told = json.loads(settings[2])
    features = told.get("features") or []
    told["features"] = [one for one in features if not str(one).startswith(INSTANT)]
    return f"{settings[1]}{json.dumps(told)}{settings[3]}"
