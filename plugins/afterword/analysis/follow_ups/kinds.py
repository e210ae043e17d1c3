"""Which kinds of follow-up are there? One row a kind, in three modules; nothing else lists them."""

from __future__ import annotations

from afterword.analysis.follow_ups.kind import Kind
from afterword.analysis.follow_ups.rows_after_the_end import (
    CONNECT,
    FEEDBACK,
    FEEDBACK_ANSWER,
    RECONNECT,
    REFERENCE_THANKS,
    REPLY,
)
from afterword.analysis.follow_ups.rows_of_decisions import (
    CLOSE,
    DECISION,
    OFFER,
    OTHERS,
    SECOND_DECISION,
)
from afterword.analysis.follow_ups.rows_while_it_goes_on import (
    GOOD_WORD,
    INTERVIEW,
    MY_PROMISE,
    NOTES,
    REFERENCE,
    THANK_YOU,
    THEIR_PROMISE,
)

KINDS: tuple[Kind, ...] = (
    INTERVIEW,
    OFFER,
    OTHERS,
    THANK_YOU,
    NOTES,
    MY_PROMISE,
    THEIR_PROMISE,
    REFERENCE,
    REPLY,
    DECISION,
    SECOND_DECISION,
    GOOD_WORD,
    REFERENCE_THANKS,
    FEEDBACK,
    FEEDBACK_ANSWER,
    CONNECT,
    CLOSE,
    RECONNECT,
)
