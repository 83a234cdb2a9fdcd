package org.comity.seat;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.comity.casework.BeforeSending;
import org.comity.casework.InstrumentBonds;
import org.comity.convention.Instrument;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.procedure.Composition;
import org.comity.procedure.Editions;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.act.Act;
import org.comity.proof.form.CanonicalJson;
import org.comity.seat.MakingSeatActs.In;
import org.comity.seat.SeatDraftRows.Written;
import org.comity.seat.SeatOpeningRows.Opening;
import org.comity.thread.Threads;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.RequestReference;
import org.comity.vocabulary.RuleBroken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/**
 * Lets a person in a seat write what opens a thread of two with this node, page by page, and shows it to be signed: of the
 * procedures that this node names for it, and that its own entry and the procedure itself allow (R159).
 */
@Component
@Transactional
@EnableConfigurationProperties(SeatSettings.class)
class OpeningFromSeats {

    private static final Duration UNTOUCHED = Duration.ofDays(90);
    private static final int MOST = 20;
    private static final String INSTRUMENT = "instrument";

    private final SeatOpeningRows rows;
    private final KeepingSeatActs keeping;
    private final MakingSeatActs making;
    private final Procedures procedures;
    private final ObjectProvider<BeforeSending> rooms;
    private final InstrumentBonds bonds;
    private final Editions editions;
    private final Threads threads;
    private final Directory directory;
    private final SeatSettings settings;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: what opens a thread is chosen, written, checked, numbered, made and kept in one place.
    OpeningFromSeats(
            SeatOpeningRows rows,
            KeepingSeatActs keeping,
            MakingSeatActs making,
            Procedures procedures,
            ObjectProvider<BeforeSending> rooms,
            InstrumentBonds bonds,
            Editions editions,
            Threads threads,
            Directory directory,
            SeatSettings settings,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.keeping = keeping;
        this.making = making;
        this.procedures = procedures;
        this.rooms = rooms;
        this.bonds = bonds;
        this.editions = editions;
        this.threads = threads;
        this.directory = directory;
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** In the order in which this node names them; none before the key is confirmed. */
    @Transactional(readOnly = true)
    List<KnownProcedure> offered(SeatOfPerson seat) {
        var begun = procedures.begun();
        return settings.opens().stream()
                .filter(begun::contains)
                .flatMap(it -> procedures.ofLaw(it).stream())
                .filter(it -> mayOpen(seat, it))
                .toList();
    }

    private boolean mayOpen(SeatOfPerson seat, KnownProcedure procedure) {
        var node = directory.self().node();
        return seat.confirmed()
                && !directory.get(seat.authority()).hasNode()
                && settings.opens().contains(procedure.law())
                && node != null
                && node.procedures().contains(procedure.id())
                && procedure.table().casework()
                && procedure
                        .table()
                        .admits(
                                procedure.opener(),
                                directory.get(seat.authority()).kind())
                && procedure
                        .table()
                        .admits(procedure.opener().other(), directory.self().kind())
                && rooms.stream().allMatch(it -> it.begins(procedure.law()));
    }

    /** What the authority's persons have begun and not sent, newest first. */
    @Transactional(readOnly = true)
    List<Opening> begun(SeatOfPerson seat) {
        return seat.confirmed() ? rows.of(seat.authority(), MOST) : List.of();
    }

    /** Whether one must be sent or thrown away before another is begun. */
    static boolean full(List<Opening> begun) {
        return begun.size() == MOST;
    }

    /**
     * @param carried fields that are filled already
     * @return the thread that it will open
     */
    String begin(SeatOfPerson seat, String law, Map<String, Object> carried) {
        var procedure = offered(seat).stream()
                .filter(it -> it.law().equals(law))
                .findFirst()
                .orElseThrow(SeatRefused::notOffered);
        rows.forget(clock.instant().minus(UNTOUCHED));
        rows.lockAuthority(seat.authority());
        if (full(begun(seat))) throw SeatRefused.tooManyOpenings();
        var thread = UUID.randomUUID().toString();
        var body = new TreeMap<>(procedure.composition().empty(directory.get(seat.authority())));
        body.putAll(carried);
        rows.begin(thread, seat, procedure.id(), body, clock.instant());
        ledger.record(null, "seat.begun", thread, Map.of("seat", seat.id(), "procedure", procedure.id()));
        return thread;
    }

    /** Where whoever began it writes on: the first page that asks for the matter itself. */
    @Transactional(readOnly = true)
    String firstPage(SeatOfPerson seat, String thread) {
        return SeatOpeningView.path(thread) + "/"
                + procedure(get(seat, thread)).composition().steps().get(1);
    }

    @Transactional(readOnly = true)
    Optional<Opening> find(SeatOfPerson seat, String thread) {
        return seat.confirmed() ? rows.find(thread, seat.authority()) : Optional.empty();
    }

    /**
     * As it stands now, and so until it is sent or not: what was shown before somebody changed it is signed no more.
     *
     * @return empty where the act opens nothing, or its draft is gone
     * @throws SeatRefused {@code seat.changed}, {@code seat.not-offered}, {@code seat.bound-not}
     */
    Optional<Opening> toSend(SeatOfPerson seat, Act act) {
        var opening = rows.lock(act.envelope().thread(), seat.authority()).filter(_ -> seat.confirmed());
        opening.ifPresent(it -> {
            if (!says(it, act)) throw SeatRefused.changed();
            mustStand(seat, it);
        });
        return opening;
    }

    private static boolean says(Opening opening, Act act) {
        return Arrays.equals(CanonicalJson.write(opening.body()), CanonicalJson.write(act.body()));
    }

    /** Acts that say what their drafts say now. */
    List<Written> unchanged(List<Written> waiting, SeatOfPerson seat) {
        var drafts = begun(seat).stream().collect(toMap(Opening::thread, it -> it));
        return waiting.stream()
                .filter(it -> {
                    var draft = drafts.get(it.thread());
                    return draft != null && says(draft, Act.read(it.json()));
                })
                .toList();
    }

    /** @throws SeatRefused of one of others, as of one that is not there */
    @Transactional(readOnly = true)
    Opening get(SeatOfPerson seat, String thread) {
        return find(seat, thread).orElseThrow(SeatRefused::unknown);
    }

    KnownProcedure procedure(Opening opening) {
        return procedures.find(opening.procedure()).orElseThrow(SeatRefused::notOffered);
    }

    /** As one page of it posts it; it is not saved by this. */
    Map<String, Object> applied(Opening opening, String step, MultiValueMap<String, String> form) {
        return procedure(opening).composition().apply(opening.body(), step, form);
    }

    /** @return false if another person of the authority saved it meanwhile: nothing is overwritten */
    boolean save(Opening opening, long version, Map<String, Object> body) {
        return rows.save(opening.thread(), version, body, clock.instant());
    }

    void discard(SeatOfPerson seat, String thread) {
        rows.end(get(seat, thread).thread());
        ledger.record(null, "seat.discarded", thread, Map.of("seat", seat.id()));
    }

    private void mustStand(SeatOfPerson seat, Opening opening) {
        if (procedures.find(opening.procedure()).filter(it -> mayOpen(seat, it)).isEmpty())
            throw SeatRefused.notOffered();
        if (bindsNot(opening)) throw SeatRefused.boundNot();
    }

    private boolean bindsNot(Opening opening) {
        return bonds.bindsNot(opening.body(), directory.get(opening.authority()));
    }

    /** Whether its page offers this instrument: it may bind both, or the draft names it already. */
    boolean offers(Opening opening, Instrument instrument) {
        return bonds.mayName(instrument, directory.get(opening.authority()))
                || new BodyFields(opening.body()).text(INSTRUMENT).equals(instrument.id());
    }

    /** What the page still needs, and what the procedure and the treaties say against the whole. */
    FormProblems problems(Opening opening, String step) {
        var problems = procedure(opening).composition().problems(opening.body(), step);
        return step.equals(Composition.STATE) && bindsNot(opening)
                ? problems.with(INSTRUMENT, "treaties.problem.bound-not")
                : problems;
    }

    /** The first page on which something is needed still. */
    Optional<String> lacking(Opening opening) {
        return procedure(opening).composition().steps(opening.body()).stream()
                .filter(it -> problems(opening, it).any())
                .findFirst();
    }

    /**
     * Makes the act as it will be signed. What is refused takes no number.
     *
     * @return its id
     * @throws RuleBroken as the procedure's own check says, like that of an act of ours
     */
    String write(SeatOfPerson seat, Opening read, SeatFiles files) {
        // Two presses at once take one number, and what is shown is what the draft says now.
        var opening = rows.lock(read.thread(), seat.authority()).orElseThrow(SeatRefused::unknown);
        mustStand(seat, opening);
        var procedure = procedure(opening);
        var reference = opening.reference();
        var numberless = RequestReference.of(directory.self().state(), 1, 1).text();
        procedure.table().check(null, act(seat, opening, procedure, numberless, files));
        if (reference == null) {
            reference = threads.nextReference().text();
            rows.numbered(opening.thread(), reference);
        }
        return keeping.keep(seat, act(seat, opening, procedure, Objects.requireNonNull(reference), files), files);
    }

    private Act act(SeatOfPerson seat, Opening opening, KnownProcedure procedure, String reference, SeatFiles files) {
        var facts = KeepingSeatActs.facts(seat);
        facts.putAll(procedure.composition().facts(opening.body(), Map.of()));
        facts.put("reference", reference);
        var in = new In(opening.thread(), procedure.id(), editions.of(null, opening.body()), List.of(), false);
        return making.act(
                in,
                procedure.opening(),
                seat.authority(),
                procedure.opener(),
                facts,
                opening.body(),
                files.attachments());
    }

    /** It is a thread now. */
    void sent(String thread) {
        rows.end(thread);
    }
}
