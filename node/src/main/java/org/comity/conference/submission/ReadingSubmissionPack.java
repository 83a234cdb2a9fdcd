package org.comity.conference.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.conference.ConferenceProcedures;
import org.comity.conference.Voices;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the pack of information for the Conference from what States submitted for it: what is for reviewers alone, and what was
 * withdrawn, is not in it and is not counted.
 */
@Component
class ReadingSubmissionPack {

    private static final int PAGE = 50;
    private static final int MOST = 2_000;
    private static final Set<String> READERS = Set.of("conference", "everybody");
    private static final String WITHDRAWN = "Withdrawn";

    private final Requests requests;
    private final Threads threads;
    private final CaseAccess access;
    private final Voices voices;
    private final Clock clock;
    private final String procedure = ConferenceProcedures.read().submissions();

    ReadingSubmissionPack(Requests requests, Threads threads, CaseAccess access, Voices voices, Clock clock) {
        this.requests = requests;
        this.threads = threads;
        this.access = access;
        this.voices = voices;
        this.clock = clock;
    }

    SubmissionsView pack(String language, Official by) {
        access.mustRead(by);
        List<StateSubmission> lines = new ArrayList<>();
        for (var row : submitted()) {
            var body = threads.opening(row.thread()).map(Threads.KeptAct::body).orElse(Map.of());
            if (belongs(row.state(), body)) {
                voices.of(row.counterpart(), language)
                        .filter(Voices.Voice::state)
                        .map(it -> submission(it, body, row.named(), row.address()))
                        .ifPresent(lines::add);
            }
        }
        lines.sort(Comparator.comparing(StateSubmission::voice, voices.order()).thenComparing(StateSubmission::asOf));
        return new SubmissionsView(List.copyOf(lines), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** For the Conference or for everybody, and not taken back. */
    static boolean belongs(String state, Map<String, Object> body) {
        return READERS.contains(text(body, "readers")) && !state.equals(WITHDRAWN);
    }

    private static StateSubmission submission(
            Voices.Voice voice, Map<String, Object> body, String reference, String address) {
        return new StateSubmission(
                voice.code(),
                voice.name(),
                text(body, "part"),
                body.get("articles") instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of(),
                text(body, "asOf"),
                text(body, "readers"),
                text(body, "summary"),
                reference,
                address);
    }

    private List<RequestRow> submitted() {
        var filter = new Requests.Filter(
                Requests.View.ALL,
                Role.REQUESTED,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                procedure,
                Compartments.ANYBODY);
        Map<String, RequestRow> rows = new HashMap<>();
        @Nullable String after = null;
        do {
            var page = requests.list(filter, Requests.Order.NEWEST, after, PAGE);
            page.rows().forEach(it -> rows.put(it.thread(), it));
            after = page.cursor();
        } while (after != null && rows.size() < MOST);
        return List.copyOf(rows.values());
    }

    private static String text(Map<String, Object> body, String key) {
        return body.get(key) instanceof String text ? text : "";
    }
}
