"""What goes with a dossier beside the papers of its components, when it is submitted."""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.files.models import StoredFile
from motcua.base.journal import writing as journal
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.queries.drafts import component_of_document
from motcua.casework.dossiers.words import PaperForm, PaperSource
from motcua.reference.forms import queries as forms
from motcua.reference.forms import rules as form_rules
from motcua.reference.people import queries as people
from motcua.reference.people.sentences import DOCUMENTS
from motcua.reference.people.words import Basis


def enclose_form(dossier: Dossier, form_id: UUID, *, by: Actor, at: datetime) -> None:
    """Put the e-form among the papers, and each file that was sent inside it, as officials judge them."""
    schema = forms.schema_of(form_id)
    Paper.objects.create(
        dossier=dossier,
        name=schema.title,
        form=PaperForm.ELECTRONIC.value,
        source=PaperSource.E_FORM.value,
        added_at=at,
    )
    sent = {one.id: one.label for one in form_rules.files_in(schema, dossier.answers)}
    # Answers name files by id: only what this person sent themselves counts.
    for file in StoredFile.objects.filter(pk__in=list(sent), stored_by=journal.name_of(by)):
        Paper.objects.create(
            dossier=dossier,
            name=sent[str(file.pk)],
            form=PaperForm.ELECTRONIC.value,
            file=file,
            source=PaperSource.UPLOAD.value,
            added_at=at,
        )


def enclose_document(dossier: Dossier, *, at: datetime) -> None:
    """Put the document behind the right to file among the papers, as far as it was sent."""
    right = dossier.representation
    if right is None or not right.by_document:
        return
    asked = component_of_document(dossier)
    Paper.objects.bulk_create(
        Paper(
            dossier=dossier,
            requirement=asked,
            name=DOCUMENTS[Basis(right.basis)],
            number=right.document,
            form=PaperForm.ELECTRONIC.value,
            file=one.file,
            source=PaperSource.UPLOAD.value,
            added_at=at,
        )
        for one in people.document_of(right.pk)
    )
