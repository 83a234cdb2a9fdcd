package org.comity.paper;

import org.comity.casework.BeforeForgetting;
import org.comity.thread.Threads.KeptAct;
import org.springframework.stereotype.Component;

/** Deletes the translation of a letter together with the words that it translates. */
@Component
class ForgettingTranslations implements BeforeForgetting {

    private final TranslationRows rows;

    ForgettingTranslations(TranslationRows rows) {
        this.rows = rows;
    }

    @Override
    public void forgetting(KeptAct act) {
        rows.forget(act.id());
    }
}
