package org.comity.casework.acts;

import java.util.Map;
import java.util.Optional;
import org.comity.casework.BeforeSending;
import org.comity.casework.DomesticFile;
import org.comity.identity.TwoOfficers;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;

/**
 * Asks that two officers have considered whether a request aims at a person for what that person is, before the State that is
 * asked says anything that two officers sign. What they thought stays in the domestic file and never leaves.
 */
@Component
class ReadByTwo implements BeforeSending {

    private static final int READERS = 2;

    private final DomesticFile file;
    private final WhoApproves who;
    private final SafeguardSettings settings;

    ReadByTwo(DomesticFile file, WhoApproves who, SafeguardSettings settings) {
        this.file = file;
        this.who = who;
        this.settings = settings;
    }

    /** Whoever approves may be the second reader: when it is submitted one is enough. */
    @Override
    public void check(Draft draft) {
        if (settings.secondReader() != SafeguardSettings.SecondReader.REQUIRE || !concerns(draft)) {
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

    /** For whoever signs, whatever the setting. */
    Optional<Pointed> pointed(Draft draft) {
        if (!concerns(draft)) {
            return Optional.empty();
        }
        return switch (readers(draft)) {
            case 0 -> Optional.of(new Pointed("safeguards.nobody-read", ""));
            case 1 -> Optional.of(new Pointed("safeguards.one-read", ""));
            default -> Optional.empty();
        };
    }

    private boolean concerns(Draft draft) {
        return draft.role() == Role.REQUESTED
                && draft.thread() != null
                && !draft.opens()
                && who.rule(draft) == TwoOfficers.TWO;
    }

    private int readers(Draft draft) {
        var thread = draft.thread();
        return thread == null ? 0 : file.officers(thread, DomesticFile.Kind.CONSIDERED_40_22);
    }

    /** Nothing left; it says what to record first. */
    static final class NotRead extends RuleBroken {
        NotRead(String code) {
            super(code, Map.of());
        }
    }
}
