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
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.Compartments;
import org.comity.casework.Confirmations;
import org.comity.casework.Confirmations.Confirmation;
import org.comity.casework.UnsentAct;
import org.comity.casework.UnsentAct.Progress;
import org.comity.casework.UnsentActs;
import org.comity.casework.acts.InHandRows.InHand;
import org.comity.identity.Officials;
import org.comity.procedure.Composition;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.Language;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads every act that is in hand, and says of each how it stands and what it still needs. */
@Component
class ReadingUnsent implements UnsentActs {

    private static final int MOST_NAMES = 5;

    private final DraftRows rows;
    private final InHandRows inHand;
    private final Confirmations confirmations;
    private final Compartments compartments;
    private final Requests requests;
    private final Officials officials;
    private final WhoApproves who;
    private final Clock clock;
    private final Procedures procedures;

    // More than eight: of each draft it says who may do what with it, and to what it belongs.
    ReadingUnsent(
            DraftRows rows,
            InHandRows inHand,
            Confirmations confirmations,
            Compartments compartments,
            Requests requests,
            Officials officials,
            WhoApproves who,
            Clock clock,
            Procedures procedures) {
        this.rows = rows;
        this.inHand = inHand;
        this.confirmations = confirmations;
        this.compartments = compartments;
        this.requests = requests;
        this.officials = officials;
        this.who = who;
        this.clock = clock;
        this.procedures = procedures;
    }

    @Override
    public Page page(Language language, String reader, @Nullable String after) {
        var read = read(language, reader, PlaceInHand.read(after).orElse(null), (_, _) -> true);
        return new Page(
                sorted(read.acts()), read.next() == null ? null : read.next().toString());
    }

    @Override
    public List<UnsentAct> saying(Language language, String reader, BiPredicate<Draft, String> says) {
        var acts = new ArrayList<UnsentAct>();
        PlaceInHand place = null;
        do {
            var read = read(language, reader, place, says);
            acts.addAll(read.acts());
            place = read.next();
        } while (place != null && acts.size() < MOST);
        return sorted(acts).stream().limit(MOST).toList();
    }

    private record Read(List<UnsentAct> acts, @Nullable PlaceInHand next) {}

    /** What else is to be known of an act, who may approve it and what it lacks, is read of those that say it alone. */
    private Read read(Language language, String reader, @Nullable PlaceInHand place, BiPredicate<Draft, String> says) {
        // Few, and each has an hour: they stand on the first page.
        var toConfirm = place == null ? confirmations.awaited(reader) : List.<Confirmation>of();
        var drafts = toConfirm.stream()
                .map(it -> rows.find(it.draft()).orElseThrow())
                .toList();
        var now = clock.instant();
        var read = ListPage.<InHand>seen(
                last -> inHand.list(now, reader, last == null ? place : last.place(), MOST + 1),
                some -> compartments.written(some, InHand::draft, reader),
                MOST);
        var reading = new Reading(
                language,
                seconds(),
                requests(Stream.concat(drafts.stream(), read.rows().stream().map(InHand::draft))));
        var acts = new ArrayList<UnsentAct>();
        for (int i = 0; i < drafts.size(); i++) {
            if (says.test(drafts.get(i), subject(drafts.get(i), reading))) {
                acts.add(toConfirm(toConfirm.get(i), drafts.get(i), reading));
            }
        }
        for (var row : read.rows()) {
            if (says.test(row.draft(), subject(row.draft(), reading))) {
                acts.add(unsent(row, reading));
            }
        }
        return new Read(acts, read.next(InHand::place));
    }

    private static List<UnsentAct> sorted(List<UnsentAct> acts) {
        return acts.stream()
                .sorted(Comparator.comparing((UnsentAct it) -> !it.draft().emergency())
                        .thenComparing(UnsentAct::standing)
                        .thenComparing(UnsentAct::since))
                .toList();
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

    private UnsentAct unsent(InHand row, Reading reading) {
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

    private UnsentAct written(InHand row, Reading reading) {
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
