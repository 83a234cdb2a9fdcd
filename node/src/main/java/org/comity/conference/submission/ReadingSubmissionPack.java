package org.comity.conference.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.conference.ConferenceProcedures;
import org.comity.conference.Voices;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/**
 * Makes the pack of information for the Conference from what States submitted for it: what is for reviewers alone, and what was
 * withdrawn, is not in it and is not counted.
 */
@Component
class ReadingSubmissionPack {

    /** The newest, of which a page reads what they say; that there are more is said. */
    static final int MOST = 500;

    private static final int SHOWN = 100;
    private static final int LONGEST = 400;
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

    /** @param from the first line that is shown, counted from 0 */
    SubmissionsView pack(int from, String language, Official by) {
        access.mustRead(by);
        List<StateSubmission> lines = new ArrayList<>();
        var rows = requests.ofLaw(procedure, Role.REQUESTED, Compartments.ANYBODY, MOST + 1);
        rows.stream()
                .limit(MOST)
                .gather(Gatherers.windowFixed(Threads.MOST))
                .forEach(some -> lines.addAll(lines(some, language)));
        lines.sort(Comparator.comparing(StateSubmission::voice, voices.order()).thenComparing(StateSubmission::asOf));
        int first = Math.clamp(from, 0, lines.size());
        int last = Math.min(lines.size(), first + SHOWN);
        return new SubmissionsView(
                List.copyOf(lines.subList(first, last)),
                last < lines.size() ? last : null,
                rows.size() > MOST ? MOST : null,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** The opening acts of these threads in one look, however many they are. */
    private List<StateSubmission> lines(List<RequestRow> rows, String language) {
        var bodies = threads.openings(rows.stream().map(RequestRow::thread).toList()).stream()
                .collect(Collectors.toMap(Threads.KeptAct::thread, Threads.KeptAct::body, (one, _) -> one));
        return rows.stream()
                .filter(it -> belongs(it.state(), bodies.getOrDefault(it.thread(), Map.of())))
                .flatMap(it -> voices.of(it.counterpart(), language).filter(Voices.Voice::state).stream()
                        .map(voice -> submission(
                                voice, bodies.getOrDefault(it.thread(), Map.of()), it.named(), it.address())))
                .toList();
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
                shortened(text(body, "summary")),
                reference,
                address);
    }

    /** The whole of it stands in its thread. */
    static String shortened(String text) {
        return CutText.shown(text, LONGEST);
    }

    private static String text(Map<String, Object> body, String key) {
        return body.get(key) instanceof String text ? text : "";
    }
}
