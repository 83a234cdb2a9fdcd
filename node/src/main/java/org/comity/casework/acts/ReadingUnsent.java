package org.comity.casework.acts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.Compartments;
import org.comity.casework.Confirmations;
import org.comity.casework.Confirmations.Confirmation;
import org.comity.casework.UnsentAct;
import org.comity.casework.UnsentAct.Progress;
import org.comity.casework.UnsentActs;
import org.comity.identity.Officials;
import org.comity.procedure.Composition;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.Language;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads every act that is in hand, and says of each how it stands and what it still needs. */
@Component
class ReadingUnsent implements UnsentActs {

    private static final int MOST_NAMES = 5;

    private final DraftRows rows;
    private final Confirmations confirmations;
    private final Compartments compartments;
    private final Requests requests;
    private final Officials officials;
    private final WhoApproves who;
    private final Clock clock;
    private final Procedures procedures;

    ReadingUnsent(
            DraftRows rows,
            Confirmations confirmations,
            Compartments compartments,
            Requests requests,
            Officials officials,
            WhoApproves who,
            Clock clock,
            Procedures procedures) {
        this.rows = rows;
        this.confirmations = confirmations;
        this.compartments = compartments;
        this.requests = requests;
        this.officials = officials;
        this.who = who;
        this.clock = clock;
        this.procedures = procedures;
    }

    @Override
    public List<UnsentAct> all(Language language, String reader) {
        var toConfirm = confirmations.awaited(reader);
        var drafts = toConfirm.stream()
                .map(it -> rows.find(it.draft()).orElseThrow())
                .toList();
        var inHand = compartments.written(rows.inHand(clock.instant()), DraftRows.InHand::draft, reader);
        var reading = new Reading(
                language,
                seconds(),
                requests(Stream.concat(drafts.stream(), inHand.stream().map(DraftRows.InHand::draft))));
        var acts = new ArrayList<UnsentAct>();
        for (int i = 0; i < drafts.size(); i++) {
            acts.add(toConfirm(toConfirm.get(i), drafts.get(i), reading));
        }
        for (var row : inHand) {
            acts.add(unsent(row, reading));
        }
        acts.sort(Comparator.comparing((UnsentAct it) -> !it.draft().emergency())
                .thenComparing(UnsentAct::standing)
                .thenComparing(UnsentAct::since));
        return List.copyOf(acts);
    }

    /** What all acts of one look share. */
    private record Reading(Language language, List<Official> seconds, Map<String, RequestRow> requests) {

        Optional<RequestRow> requestOf(Draft draft) {
            return Optional.ofNullable(draft.thread()).map(requests::get);
        }
    }

    /** By thread, in one look. */
    private Map<String, RequestRow> requests(Stream<Draft> drafts) {
        var threads = drafts.map(Draft::thread).filter(Objects::nonNull).collect(Collectors.toSet());
        return requests.ofThreads(threads).stream().collect(Collectors.toMap(RequestRow::thread, Function.identity()));
    }

    private UnsentAct toConfirm(Confirmation it, Draft draft, Reading reading) {
        var may = reading.seconds().stream().filter(by -> confirmations.mayDecide(it, by));
        return new UnsentAct(
                draft,
                Progress.TO_CONFIRM,
                address(draft, reading),
                subject(draft, reading),
                officials.name(it.goneAhead()),
                it.at(),
                null,
                names(may),
                0,
                List.of());
    }

    private UnsentAct unsent(DraftRows.InHand row, Reading reading) {
        var draft = row.draft();
        return switch (draft.status()) {
            case SUBMITTED ->
                new UnsentAct(
                        draft,
                        Progress.WAITING,
                        address(draft, reading),
                        subject(draft, reading),
                        officials.name(draft.submittedBy()),
                        since(draft.submittedAt(), draft),
                        null,
                        names(reading.seconds().stream()
                                .filter(it -> who.verdict(draft, it).allowed())),
                        0,
                        List.of());
            case SENT ->
                new UnsentAct(
                        draft,
                        Progress.HELD,
                        address(draft, reading),
                        subject(draft, reading),
                        officials.name(draft.submittedBy()),
                        since(draft.submittedAt(), draft),
                        null,
                        List.of(),
                        0,
                        List.of());
            default -> written(row, reading);
        };
    }

    private UnsentAct written(DraftRows.InHand row, Reading reading) {
        var draft = row.draft();
        boolean returned = row.draft().givenBackBy() != null;
        var checks = checks(draft, reading.language());
        return new UnsentAct(
                draft,
                returned ? Progress.RETURNED : Progress.WRITING,
                address(draft, reading),
                subject(draft, reading),
                officials.name(draft.writtenBy()),
                returned ? since(row.returnedAt(), draft) : draft.savedAt(),
                returned ? officials.name(row.draft().givenBackBy()) : null,
                List.of(),
                checks.size(),
                checks.stream()
                        .filter(it -> !it.settled())
                        .map(Composition.Check::label)
                        .toList());
    }

    private static String address(Draft draft, Reading reading) {
        return draft.address(reading.requestOf(draft));
    }

    private List<Composition.Check> checks(Draft draft, Language language) {
        return !draft.opens()
                ? List.of()
                : Composition.Check.counted(
                        procedures.of(draft.procedure()).composition().checks(draft.readable(), language));
    }

    /** Of the request that it belongs to; of its own words while there is none. */
    private String subject(Draft draft, Reading reading) {
        var language = reading.language().tag();
        return reading.requestOf(draft)
                .map(it -> it.subject(language))
                .orElseGet(() -> procedures
                        .of(draft.procedure())
                        .rendering()
                        .subject(draft.body(), Locale.forLanguageTag(language)));
    }

    private List<Official> seconds() {
        return Stream.of(Duty.SECOND_OFFICER, Duty.LAWYER, Duty.DUTY_OFFICER)
                .flatMap(it -> officials.holding(it).stream())
                .distinct()
                .toList();
    }

    private static List<String> names(Stream<Official> officials) {
        return officials.limit(MOST_NAMES).map(Official::name).toList();
    }

    private static Instant since(@Nullable Instant at, Draft draft) {
        return at == null ? draft.savedAt() : at;
    }
}
