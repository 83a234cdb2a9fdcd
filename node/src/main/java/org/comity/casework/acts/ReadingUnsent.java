package org.comity.casework.acts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.Compartments;
import org.comity.casework.Confirmations;
import org.comity.casework.Confirmations.Confirmation;
import org.comity.casework.JointActsInHand;
import org.comity.casework.PaperInHand;
import org.comity.casework.UnsentAct;
import org.comity.casework.UnsentAct.Opened;
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
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads every act that is in hand, and says of each how it stands and what it still needs. */
@Component
class ReadingUnsent implements UnsentActs {

    private final DraftRows rows;
    private final InHandRows inHand;
    private final Confirmations confirmations;
    private final Compartments compartments;
    private final Requests requests;
    private final Officials officials;
    private final WhoApproves who;
    private final Clock clock;
    private final Procedures procedures;
    private final JointActsInHand joint;
    private final PaperInHand paper;

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
            Procedures procedures,
            JointActsInHand joint,
            PaperInHand paper) {
        this.rows = rows;
        this.inHand = inHand;
        this.confirmations = confirmations;
        this.compartments = compartments;
        this.requests = requests;
        this.officials = officials;
        this.who = who;
        this.clock = clock;
        this.procedures = procedures;
        this.joint = joint;
        this.paper = paper;
    }

    @Override
    public Page page(Language language, String reader, @Nullable String after) {
        var read = read(language, reader, PlaceInHand.read(after).orElse(null), _ -> true);
        return new Page(
                sorted(read.acts()), read.next() == null ? null : read.next().toString());
    }

    @Override
    public Found saying(Language language, String reader, Predicate<Said> says) {
        var acts = new ArrayList<UnsentAct>();
        PlaceInHand place = null;
        int looked = 0;
        do {
            var read = read(language, reader, place, says);
            acts.addAll(read.acts());
            place = read.next();
            looked += MOST;
        } while (place != null && acts.size() < MOST && looked < LOOKED_THROUGH);
        return new Found(sorted(acts).stream().limit(MOST).toList(), place != null || acts.size() > MOST);
    }

    @Override
    public int toApprove(Official by) {
        int ours = (int) compartments.written(inHand.list(true, null, MOST), InHand::draft, by.id()).stream()
                .map(InHand::draft)
                .filter(it -> !it.drill() && who.verdict(it, by).allowed())
                .count();
        return ours + joint.toApprove(by);
    }

    private record Read(List<UnsentAct> acts, @Nullable PlaceInHand next) {}

    /** What else is to be known of an act, who may approve it and what it lacks, is read of those that say it alone. */
    private Read read(Language language, String reader, @Nullable PlaceInHand place, Predicate<Said> says) {
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
                who.seconds(),
                requests(Stream.concat(drafts.stream(), read.rows().stream().map(InHand::draft))),
                new HashMap<>());
        var acts = new ArrayList<UnsentAct>();
        for (int i = 0; i < drafts.size(); i++) {
            if (says.test(said(drafts.get(i), toConfirm.get(i).goneAhead(), reading)))
                acts.add(toConfirm(toConfirm.get(i), drafts.get(i), reading));
        }
        // The first hundred stand on the first page, all others behind the drafts.
        var paperAfter = place != null && place.group() == PlaceInHand.PAPER ? place.draft() : "";
        boolean paperAlone = !paperAfter.isEmpty();
        var papers = place == null || paperAlone || !read.more()
                ? paper.page(language, reader, paperAfter)
                : new Page(List.of(), null);
        if (place == null || paperAlone) {
            Stream.concat(paperAlone ? Stream.of() : joint.list(language, reader).stream(), papers.acts().stream())
                    .filter(it -> says.test(Said.of(it)))
                    .forEach(acts::add);
        }
        read.rows().stream()
                .filter(it -> says.test(said(it.draft(), inHandOf(it.draft()), reading)))
                .forEach(it -> acts.add(unsent(it, reading)));
        return new Read(acts, read.more() ? read.next(InHand::place) : PlaceInHand.ofPaper(papers.next()));
    }

    private static List<UnsentAct> sorted(List<UnsentAct> acts) {
        return acts.stream()
                .sorted(Comparator.comparing((UnsentAct it) -> !it.draft().emergency())
                        .thenComparing(UnsentAct::standing)
                        .thenComparing(UnsentAct::since))
                .toList();
    }

    /** What all acts of one look share. */
    private record Reading(
            Language language, List<Official> seconds, Map<String, RequestRow> requests, Map<String, String> names) {

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
        var may = reading.seconds().stream()
                .filter(by -> confirmations.mayDecide(it, by))
                .toList();
        return new UnsentAct(
                draft,
                Progress.TO_CONFIRM,
                address(draft, reading),
                subject(draft, reading),
                officials.name(it.goneAhead()),
                it.at(),
                null,
                may,
                0,
                List.of(),
                null);
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
                        who.approvers(draft, reading.seconds()),
                        0,
                        List.of(),
                        null,
                        opened(row, reading));
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
                        List.of(),
                        null);
            default -> written(row, reading);
        };
    }

    private @Nullable Opened opened(InHand row, Reading reading) {
        var opening = row.opening();
        return opening == null ? null : new Opened(name(opening.by(), reading), opening.at());
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
                        .toList(),
                null);
    }

    private static String address(Draft draft, Reading reading) {
        return draft.address(reading.requestOf(draft));
    }

    /** What must be there, and what need not and cannot stay as it was typed. */
    private List<Composition.Check> checks(Draft draft, Language language) {
        if (!draft.opens()) return List.of();
        return procedures.of(draft.procedure()).composition().checks(draft.readable(), language).stream()
                .filter(it -> it.needed() || !it.missing().isEmpty())
                .toList();
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

    private Said said(Draft draft, String officer, Reading reading) {
        return new Said(draft, subject(draft, reading), name(officer, reading), List.of(draft.counterpart()));
    }

    private static String inHandOf(Draft draft) {
        return draft.submittedBy() == null ? draft.writtenBy() : draft.submittedBy();
    }

    /** Each officer is looked up once, however much is in these hands. */
    private String name(String officer, Reading reading) {
        return reading.names().computeIfAbsent(officer, officials::name);
    }

    private static Instant since(@Nullable Instant at, Draft draft) {
        return at == null ? draft.savedAt() : at;
    }
}
