package org.comity.casework.acts;

import java.util.Objects;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Draws what will be signed anew, beside words that save themselves. */
@Controller
class SheetController {

    private final Drafts drafts;
    private final ShowingAct showing;
    private final CaseAccess access;

    SheetController(Drafts drafts, ShowingAct showing, CaseAccess access) {
        this.drafts = drafts;
        this.showing = showing;
        this.access = access;
    }

    @GetMapping("/drafts/{id}/sheet")
    String sheet(@PathVariable String id, Official by, Model model) {
        access.mustWrite(by);
        var draft = drafts.get(id);
        if (draft.status() != Draft.Status.WRITING || draft.opens()) throw DraftRefused.notBeingWritten();
        var row = access.ofThread(Objects.requireNonNull(draft.thread()), by).orElseThrow(() -> new ActRefused(id));
        showing.sheet(row, draft, by, model);
        return "casework/acts/signing";
    }
}
