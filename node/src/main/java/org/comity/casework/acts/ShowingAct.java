package org.comity.casework.acts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.casework.Drafts;
import org.comity.casework.ReturnedDrafts;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page shows on which an act is written; where its writer signs it alone, the sheet that will be signed, too. */
@Component
class ShowingAct {

    /** More begun beside one another nobody reads. */
    private static final int SHOWN = 3;

    private final WritingAct writing;
    private final Drafts drafts;
    private final SendingShortActs sending;
    private final OfferingOwedAssurances owed;
    private final ReturnedDrafts returned;
    private final WhatIsAnswered answered;
    private final SigningShownActs signing;
    private final ReadingDraft reading;
    private final WarningsBeforeSigning warnings;

    // More than eight: everything that one page shows comes together here.
    ShowingAct(
            WritingAct writing,
            Drafts drafts,
            SendingShortActs sending,
            OfferingOwedAssurances owed,
            ReturnedDrafts returned,
            WhatIsAnswered answered,
            SigningShownActs signing,
            ReadingDraft reading,
            WarningsBeforeSigning warnings) {
        this.writing = writing;
        this.drafts = drafts;
        this.sending = sending;
        this.owed = owed;
        this.returned = returned;
        this.answered = answered;
        this.signing = signing;
        this.reading = reading;
        this.warnings = warnings;
    }

    /** @param typed stands in the fields in place of what the draft says; null where nothing else was typed */
    String page(
            RequestRow row,
            String type,
            @Nullable String draft,
            boolean check,
            @Nullable Written typed,
            Official by,
            Model model,
            Locale locale) {
        var act = writing.view(row, type, draft, check, typed, Language.of(locale));
        model.addAttribute("act", act);
        model.addAttribute("offered", writing.offered(row).contains(type));
        model.addAttribute("begun", draft == null ? begun(row, type) : List.of());
        model.addAttribute(
                "returned",
                Optional.ofNullable(act.draft()).flatMap(returned::of).orElse(null));
        var asked = owed.of(row, type);
        model.addAttribute("answered", answered.of(row, by, locale));
        model.addAttribute("owed", asked);
        model.addAttribute(
                "lacking", !OfferingOwedAssurances.lacking(asked, act.body()).isEmpty());
        var begun = act.draft();
        boolean alone = begun == null ? sending.signsAlone(row, type, by) : signing.alone(begun, by);
        model.addAttribute("alone", alone);
        if (alone && begun != null) sheet(row, begun, true, by, model);
        return "procedure/form/act";
    }

    /** What the draft says now, as it will be signed; where it still lacks something nothing can be. */
    void sheet(RequestRow row, Draft draft, Official by, Model model) {
        boolean alone = signing.alone(draft, by);
        model.addAttribute("alone", alone);
        sheet(row, draft, alone, by, model);
    }

    private void sheet(RequestRow row, Draft draft, boolean alone, Official by, Model model) {
        boolean whole = !writing.problems(row, draft.type(), draft).any();
        model.addAttribute("shown", alone && whole ? signing.show(draft.id()).id() : "");
        model.addAttribute("sheet", reading.view(draft.id(), by));
        model.addAttribute("sameKind", warnings.sameKind(draft));
        model.addAttribute("late", warnings.late(draft, by));
        model.addAttribute("closing", warnings.closing(draft));
    }

    /** Whoever opens the page anew would write beside it without knowing. */
    private List<Draft> begun(RequestRow row, String type) {
        return drafts.alive(row.thread(), type).stream()
                .filter(it -> it.status() != Draft.Status.SENT)
                .limit(SHOWN)
                .toList();
    }
}
