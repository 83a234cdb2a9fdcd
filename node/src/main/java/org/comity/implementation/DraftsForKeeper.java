package org.comity.implementation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.Composition;
import org.comity.procedure.Procedures;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.springframework.stereotype.Component;

/** Begins drafts to the Secretariat that keeps the collections of this network, with fields that our assessment fills. */
@Component
class DraftsForKeeper {

    private static final int LONGEST_TITLE = 200;

    private final Procedures procedures;
    private final Directory directory;
    private final Drafts drafts;
    private final CaseAccess access;
    private final Ledger ledger;

    DraftsForKeeper(Procedures procedures, Directory directory, Drafts drafts, CaseAccess access, Ledger ledger) {
        this.procedures = procedures;
        this.directory = directory;
        this.drafts = drafts;
        this.access = access;
        this.ledger = ledger;
    }

    /** Empty where this network has none. */
    Optional<Participant> keeper() {
        return directory.all().stream()
                .filter(it -> it.kind() == ParticipantKind.SECRETARIAT)
                .findFirst();
    }

    void mustWrite(Official by) {
        KeepingAssessment.mustRead(by);
        access.mustWrite(by);
    }

    /**
     * @param law of the procedure whose opening act is written
     * @param carried its fields; asked once it is certain that there is somebody to write to
     * @param event of the ledger, about {@code about}
     * @return where the draft is written on
     */
    String begin(String law, Supplier<Map<String, Object>> carried, String event, String about, Official by) {
        var keeper = keeper().orElseThrow(() -> new AssessmentRefused("assess.no-keeper"));
        var procedure = procedures.ofLaw(law).orElseThrow(AssessmentRefused::unusable);
        Map<String, Object> body = new HashMap<>(procedure.composition().empty());
        body.putAll(carried.get());
        var draft = drafts.start(procedure.id(), procedure.opening(), procedure.opener(), keeper.id(), null, body, by);
        ledger.record(by, event, about, Map.of());
        return "/drafts/" + draft.id() + "/" + Composition.STATE;
    }

    static String title(String text) {
        return CutText.to(text, LONGEST_TITLE);
    }
}
