"""What statuses as people write them in their trackers become, in several languages and with signs: a firm outcome only where nothing else could be meant."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.writing.importing.statuses import status_in

# Each line has the statuses of one outcome; those of "doubted" are kept in words, and the application counts as open.
STATUSES = {
    "doubted": [
        "Accepted (interview)", "Offer (interview)", "Angenommen (Vorstellungsgespräch)", "Offer (tbc)", "Offer (to be confirmed)", "Offer (rumour)", "Offer (soon)", "Offer (promised)",
        "Offer (next week)", "Offer in sight", "Offer in preparation", "Offer after next round", "Zusage (demnächst)", "Offre (bientôt)", "Oferta (pronto)", "内定（予定）", "☐ rejected",
        "[ ] rejected", "⬜ offer", "🤔 rejected", "🤷 ghosted",
        "Rejected? No, they made an offer", "Rejected / ghosted", "👻", "❌", "✅", "Ghosted?", "Ghosted then rejected", "Offer expected",
        "Not rejected", "Not rejected yet", "Almost hired", "Rejected them", "Rejected, reapplied", "Rejected → reapplied",
        "Rejected but reconsidering", "Rejected/Withdrawn", "Onsite (offer expected)", "In Progress (rejected elsewhere)",
        "Withdrawn by company", "Offer ❌", "Offer 👎", "Offer, if references ok", "Offer but lower level", "Offer: no", "Offer no", "Offer = no",
        "offer -> accepted -> reneged", "Offer=>Rejected", "Offer >> Rejected", "Offer ~ Rejected", "Offer & rejected", "Offer + rejected",
        "Offer … rejected", "Offer...rejected", "Offer\nRejected", "Offer-Rejected", "Offer · rejected", "Rejected (???)", "Rejected ❓", "Offer ⁉️", "Accepted ❔", "Rejected; will reapply",
        "Rejected for senior, offered mid", "Offered to someone else", "Offer to other candidate", "Accepted other offer",
        "Accepted (elsewhere)", "Hired elsewhere", "Rejected (reopened)", "Passed on me", "Passed first round", "Closed", "Archived",
        "Abgelehnt?", "abgelehnt (von mir)", "Abgelehnt (Gehalt zu niedrig)", "Abgesagt", "Zusage?", "Zusage zurückgezogen", "Absage (wieder offen)", "Zusage (anderswo)",
        "Refusé ?", "Refusé (salaire)", "Pas refusé", "Offre (ailleurs)", "¿Rechazada?", "No rechazada", "Oferta (en otro sitio)",
        "已拒绝？", "已拒绝（薪资）", "内定（辞退）", "内定（他社）", "불합격?", "Отказ?", "Refused by me", "Refused (salary)", "Afgewezen?", "Offerta → rifiutata", "Từ chối", "مرفوض؟", "مقبول",
    ],
    "rejected": [
        "Rejected 🥲", "Rejected :(", "REJECTED!!", "Rejected - no feedback", "Rejected at CV stage", "Rejected after 3 rounds", "not accepted",
        "🔴 Rejected", "🚫 rejected", "Rejected by recruiter", "Rejected (too junior)", "Refused", "Application declined", "No offer",
        "Abgelehnt", "❌ Abgelehnt", "Absage", "Refusé", "Refusée", "Refusé(e)", "Refuse\u0301", "Re\u00adjected", "Rejected\u200b", "Ｒｅｊｅｃｔｅｄ", "𝐑𝐞𝐣𝐞𝐜𝐭𝐞𝐝", "Candidature refusée", "Rechazada", "Rechazado", "Rifiutata", "Recusado",
        "Geweigerd", "Afgewezen", "Odrzucona", "Odrzucone", "Отклонено", "Отказ", "مرفوض", "已拒绝", "已被拒绝", "被拒", "不採用", "お見送り", "불합격", "거절됨", "Bị từ chối",
    ],
    "no answer": ["Ghosted 👻", "No response", "no reply after 4 weeks", "Keine Rückmeldung", "Sans réponse", "Sin respuesta", "Geen reactie", "Нет ответа", "Brak odpowiedzi"],
    "offer": ["Offer!", "🏳️\u200d🌈 Offer ❤️\u200d🔥", "🎉 Offer received", "🟢 Offer", "Offer (verbal)", "Offer (conditional)", "Angebot erhalten", "Offre reçue", "Oferta recibida 🎉", "内定", "Оффер"],
    "accepted": ["Accepted offer 🎉", "✅ Hired", "☑ Hired", "[x] Hired", "Hired!!! 🥳", "Angebot angenommen", "Offre acceptée", "Oferta aceptada"],
    "declined": ["Offer declined", "Offer - declined", "Offer (declined)", "Angebot abgelehnt", "Refusé par moi", "Rechazada por mí", "Offre refusée", "Oferta rechazada", "内定辞退"],
    "withdrawn": ["Withdrew", "I withdrew", "Bewerbung zurückgezogen", "Withdrawn (salary)"],
    "cancelled": ["Role cancelled", "Position filled"],
    "pending": ["🟡 Pending", "⏳ waiting", "Phone screen", "In progress", "Beworben", "En attente", "En proceso", "等待中", "選考中"],
}  # fmt: skip


@pytest.mark.parametrize("wanted", STATUSES)
def test_statuses_are_read_as_they_are_meant_or_doubted(wanted: str) -> None:
    read = {
        status: status_in(status, since=None, today=date(2026, 11, 20), order=None).outcome
        or "doubted"
        for status in STATUSES[wanted]
    }
    assert {status: str(kind) for status, kind in read.items() if kind != wanted} == {}


def test_no_day_lies_behind_the_last_year() -> None:
    told = status_in("Offer 1.1.", since=date(9999, 6, 1), today=date(2026, 11, 20), order=None)
    assert (str(told.outcome), told.is_guessed) == ("offer", True)


@pytest.mark.parametrize(
    "status",
    ["Offer until 20.11.", "Offer until 20 Nov 2026", "Zusage bis 20.11.", "Offer by 2026-11-20"],
)
def test_until_when_an_offer_holds_is_not_when_it_came(status: str) -> None:
    told = status_in(status, since=date(2026, 10, 2), today=date(2026, 11, 10), order=None)
    assert (str(told.outcome), told.day, told.more) == ("offer", None, True)
