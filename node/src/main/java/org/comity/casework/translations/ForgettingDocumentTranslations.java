package org.comity.casework.translations;

import org.comity.casework.BeforeForgetting;
import org.comity.casework.Drafts;
import org.comity.thread.Threads.KeptAct;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Deletes what is kept of translations together with the words that they translate. */
@Component
class ForgettingDocumentTranslations implements BeforeForgetting {

    private final DocumentTranslationRows rows;
    private final ObjectProvider<Drafts> drafts;

    ForgettingDocumentTranslations(DocumentTranslationRows rows, ObjectProvider<Drafts> drafts) {
        this.rows = rows;
        this.drafts = drafts;
    }

    @Override
    public void forgetting(KeptAct act) {
        if (act.ours()) {
            drafts.getObject().ofAct(act.id()).ifPresent(it -> rows.forget(it.id()));
        }
    }

    @Override
    public void forgettingDraft(String draft) {
        rows.forget(draft);
    }
}
