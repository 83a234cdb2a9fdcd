package org.comity.casework.acts;

import java.util.Map;
import java.util.Optional;
import org.comity.casework.BeforeSending;
import org.comity.casework.DomesticFile;
import org.comity.identity.TwoOfficers;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;

/**
 * Asks that two officers have considered whether a request aims at a person for what that person is, before the State that is
 * asked says anything that two officers sign. What they thought stays in the domestic file and never leaves.
 */
@Component
class RequiringTwoReaders implements BeforeSending {

    private static final int READERS = 2;

    private final DomesticFile file;
    private final WhoApproves who;
    private final Procedures procedures;
    private final SafeguardSettings settings;

    RequiringTwoReaders(DomesticFile file, WhoApproves who, Procedures procedures, SafeguardSettings settings) {
        this.file = file;
        this.who = who;
        this.procedures = procedures;
        this.settings = settings;
    }

    /** Whoever approves may be the second reader: when it is submitted one is enough. */
    @Override
    public void check(Draft draft) {
        if (!holds() || !concerns(draft)) {
            return;
        }
        int readers = readers(draft);
        if (readers == 0) {
            throw new NotRead("safeguards.first-reader");
        }
        if (draft.status() == Draft.Status.SUBMITTED && readers < READERS) {
            throw new NotRead("safeguards.second-reader");
        }
    }

    /** For whoever signs, whatever the setting; where it will be held, nothing says that the officer decides. */
    Optional<Pointed> pointed(Draft draft) {
        if (!concerns(draft)) {
            return Optional.empty();
        }
        return switch (readers(draft)) {
            case 0 -> Optional.of(new Pointed(holds() ? "safeguards.nobody-read-held" : "safeguards.nobody-read", ""));
            case 1 -> Optional.of(new Pointed(holds() ? "safeguards.one-read-held" : "safeguards.one-read", ""));
            default -> Optional.empty();
        };
    }

    private boolean holds() {
        return settings.secondReader() == SafeguardSettings.SecondReader.REQUIRE;
    }

    private boolean concerns(Draft draft) {
        return draft.role() == Role.REQUESTED
                && draft.thread() != null
                && !draft.opens()
                && procedures.of(draft.procedure()).statesAlone()
                && who.rule(draft) == TwoOfficers.TWO;
    }

    private int readers(Draft draft) {
        var thread = draft.thread();
        return thread == null ? 0 : file.officers(thread, DomesticFile.Kind.CONSIDERED_DISCRIMINATION);
    }

    /** Nothing left; it says what to record first. */
    static final class NotRead extends RuleBroken {
        NotRead(String code) {
            super(code, Map.of());
        }
    }
}
