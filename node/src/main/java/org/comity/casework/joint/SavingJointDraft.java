package org.comity.casework.joint;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.comity.casework.JointCases;
import org.comity.proof.act.JointThread;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Saves what the page of an act of a joint thread posted, whatever it still lacks: begins its draft, or goes on with it. */
@Component
class SavingJointDraft {

    private final WritingPage page;
    private final WritingJointActs writing;
    private final ReadingJointThread reading;
    private final JointProcedures procedures;
    private final JointCases cases;
    private final ContinuingJointThread goingOn;

    SavingJointDraft(
            WritingPage page,
            WritingJointActs writing,
            ReadingJointThread reading,
            JointProcedures procedures,
            JointCases cases,
            ContinuingJointThread goingOn) {
        this.page = page;
        this.writing = writing;
        this.reading = reading;
        this.procedures = procedures;
        this.cases = cases;
        this.goingOn = goingOn;
    }

    /** Where it goes on from another thread, this officer may read that one, and it can be gone on from. */
    void mayBegin(MultiValueMap<String, String> form, Official by, Locale locale) {
        var before = text(form, JointThread.CONTINUES);
        if (!before.isEmpty()) {
            cases.read(before, by, locale);
            goingOn.beginning(before, text(form, ContinuingJointThread.WITHOUT));
        }
    }

    /** @param thread empty where it is begun */
    JointDraft save(String thread, String procedure, String type, MultiValueMap<String, String> form, Official by) {
        var written = page.read(procedure, type, form);
        var invites = List.copyOf(form.getOrDefault("states", List.of()));
        var edition = thread.isEmpty() ? WritingPage.instrument(form) : reading.edition(thread);
        if (edition.isEmpty()) edition = JointProcedures.unchosen(procedures.of(procedure));
        var known = text(form, "kept");
        return known.isEmpty()
                ? writing.start(
                        thread.isEmpty() ? null : thread,
                        procedure,
                        type,
                        edition,
                        written.body(),
                        written.facts(),
                        invites,
                        by)
                : writing.save(
                        writing.of(known, thread, type),
                        version(form),
                        edition,
                        written.body(),
                        written.facts(),
                        invites,
                        by);
    }

    private static long version(MultiValueMap<String, String> form) {
        var version = text(form, "version");
        if (!version.matches("[0-9]{1,18}")) throw JointRefused.changedMeanwhile();
        return Long.parseLong(version);
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }
}
