package org.comity.casework.joint;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.comity.casework.JointCases;
import org.comity.casework.TextDeleted;
import org.comity.directory.Directory;
import org.comity.proof.act.Act;
import org.comity.proof.table.JointState;
import org.comity.thread.JointThreads;
import org.comity.ui.FileDownload;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** An act of a joint thread as a letter to a party that has no node, with the names of all parties. */
@Controller
class JointLetterController {

    private final JointCases cases;
    private final JointThreads threads;
    private final JointProcedures procedures;
    private final ReadingJointThread reading;
    private final JointDocument document;
    private final Directory directory;

    JointLetterController(
            JointCases cases,
            JointThreads threads,
            JointProcedures procedures,
            ReadingJointThread reading,
            JointDocument document,
            Directory directory) {
        this.cases = cases;
        this.threads = threads;
        this.procedures = procedures;
        this.reading = reading;
        this.document = document;
        this.directory = directory;
    }

    @FileDownload
    @GetMapping("/joint/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}/acts/{act:[0-9a-f]{64}}/letter.pdf")
    ResponseEntity<byte[]> letter(
            @PathVariable String thread, @PathVariable String act, @RequestParam String to, Official by) {
        cases.readsPart(thread, by);
        var joint = threads.find(thread).orElseThrow(JointRefused::unknown);
        var state = joint.state();
        if (state == null || !onPaper(state, directory.self().id()).contains(to)) {
            throw JointRefused.unknown();
        }
        var kept = threads.acts(thread).stream()
                .filter(it -> it.envelope().id().equals(act) && it.entry() != null)
                .filter(it -> it.body() != null || it.forgottenAt() != null)
                .filter(it -> shown(state, to, it))
                .findFirst()
                .orElseThrow(JointRefused::unknown);
        if (kept.forgottenAt() != null) throw new TextDeleted(kept.forgottenAt());
        var function = procedures.of(joint.procedure()).function();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(document.letter(
                        new Act(kept.envelope(), Objects.requireNonNull(kept.body())),
                        function,
                        reading.reference(thread),
                        to,
                        names(state)));
    }

    /** Who is asked, or is shown the thread from its joining on, is written nothing that it may not read. */
    private static boolean shown(JointState state, String to, JointThreads.KeptAct act) {
        long n = Objects.requireNonNull(act.entry()).entry().n();
        var party = state.parties().get(to);
        if (party != null) return !party.fromHere() || n >= party.from();
        var asked = state.invited().get(to);
        return n == 1 || asked != null && asked.act().equals(act.envelope().id());
    }

    /** Parties, and who is asked to be one, that have no node and are heard at ours. */
    static List<String> onPaper(JointState state, String self) {
        return Stream.concat(
                        state.parties().entrySet().stream()
                                .filter(it -> self.equals(it.getValue().at()))
                                .map(Map.Entry::getKey),
                        state.invited().entrySet().stream()
                                .filter(it -> self.equals(it.getValue().at()))
                                .map(Map.Entry::getKey))
                .sorted()
                .toList();
    }

    private List<String> names(JointState state) {
        return Stream.concat(state.parties().keySet().stream(), state.invited().keySet().stream())
                .sorted()
                .map(it -> document.name(it, Language.ENGLISH))
                .toList();
    }
}
