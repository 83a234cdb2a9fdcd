package org.comity.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.casework.JointCases;
import org.comity.casework.JointCases.JointCase;
import org.comity.proof.form.CanonicalJson;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.KeptAct;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Joint threads as programs read them; what is said in them is written on the pages. */
@RestController
@RequestMapping("/api/v1/joint")
class JointApi {

    private static final String THREAD = "/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}";

    private final JointCases cases;
    private final JointThreads threads;

    JointApi(JointCases cases, JointThreads threads) {
        this.cases = cases;
        this.threads = threads;
    }

    @GetMapping
    Listed list(@RequestParam(required = false) @Nullable String after, Official by, Locale locale) {
        var page = cases.list(after, by, locale);
        return new Listed(page.cases().stream().map(JointJson::of).toList(), page.cursor());
    }

    @GetMapping(THREAD)
    Whole read(@PathVariable String thread, Official by, Locale locale) {
        var read = cases.read(thread, by, locale);
        var state = read.found().joint().state();
        return new Whole(
                JointJson.of(read.found()),
                state == null ? null : state.json(),
                read.found().offered(),
                read.acts().stream().map(JointActJson::of).toList());
    }

    /** At most 200, in order of n. */
    @GetMapping(THREAD + "/entries")
    ReadingRequest.Entries entries(
            @PathVariable String thread, @RequestParam(defaultValue = "0") long after, Official by) {
        cases.readsPart(thread, by);
        var found = threads.entries(thread, after);
        return new ReadingRequest.Entries(
                found.stream()
                        .map(it -> Map.of(
                                "entry", CanonicalJson.read(it.entry().json()),
                                "hash", it.entry().hash(),
                                "signature", it.signature()))
                        .toList(),
                found.isEmpty() ? null : found.getLast().entry().n());
    }

    @GetMapping(THREAD + "/thread.zip")
    void export(@PathVariable String thread, Official by, HttpServletResponse response) throws IOException {
        DownloadsApi.write(cases.export(thread, by), response);
    }

    /** @param cursor give it as {@code after} for the next threads; null at the end */
    record Listed(List<JointJson> threads, @Nullable String cursor) {}

    /** @param state membership and the table's state, as entries commit to it; null while none is here */
    record Whole(
            JointJson thread, @Nullable Map<String, Object> state, List<String> offered, List<JointActJson> acts) {}

    /**
     * @param standing {@code invited}, {@code party} or {@code left}
     * @param entries how many are here
     * @param disputed why the registers differ, or null
     */
    record JointJson(
            String thread,
            String procedure,
            String reference,
            String subject,
            String standing,
            String keeper,
            boolean weKeep,
            long entries,
            @Nullable String disputed) {

        static JointJson of(JointCase found) {
            var joint = found.joint();
            return new JointJson(
                    joint.id(),
                    joint.procedure(),
                    found.reference(),
                    found.subject(),
                    RequestJson.word(joint.standing()),
                    joint.keeper(),
                    joint.weKeep(),
                    joint.lastEntry(),
                    joint.disputed());
        }
    }

    /**
     * @param n its entry's number; null while it has none
     * @param effect {@code effective}, or a code saying why it is without effect; null while it has no entry
     * @param body null where only the envelope is here
     * @param bodyDeletedAt when the retention rule deleted {@code body}, or null
     */
    record JointActJson(
            String id,
            @Nullable Long n,
            @Nullable String effect,
            Map<String, Object> envelope,
            @Nullable Map<String, Object> body,
            @Nullable Instant bodyDeletedAt) {

        static JointActJson of(KeptAct act) {
            var entry = act.entry();
            return new JointActJson(
                    act.envelope().id(),
                    entry == null ? null : entry.entry().n(),
                    entry == null ? null : entry.entry().effect(),
                    act.envelope().json(),
                    act.body(),
                    act.forgottenAt());
        }
    }
}
