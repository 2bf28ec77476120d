"""Addresses of the controllers' pages about e-forms, below `/can-bo/bieu-mau/`."""

from motcua.reference.forms.pages import drafting, editing, exchanging, listing, preview
from motcua.reference.org.pages.entrance import room

urlpatterns = [
    room("", listing.forms_page, "list"),
    room("moi/", listing.new_form, "new"),
    room("nhap/", exchanging.import_page, "import"),
    room("<slug:form_code>/", listing.form_page, "form"),
    room("<slug:form_code>/so-sanh/", listing.compare_page, "compare"),
    room("<slug:form_code>/soan/", drafting.outline_page, "draft"),
    room("<slug:form_code>/soan/o/", editing.edit_page, "edit"),
    room("<slug:form_code>/soan/xem/", preview.draft_preview, "preview"),
    room("<slug:form_code>/soan/bo/", drafting.discard_page, "discard"),
    room("<slug:form_code>/cong-bo/", drafting.publish_page, "publish"),
    room("<slug:form_code>/soan/mau.json", exchanging.export_draft, "export-draft"),
    room("<slug:form_code>/ban/<int:number>/xem/", preview.version_preview, "version"),
    room("<slug:form_code>/ban/<int:number>/mau.json", exchanging.export_version, "export"),
    room("<slug:form_code>/ban/<int:number>/tra-loi.json", exchanging.answers_contract, "contract"),
]
