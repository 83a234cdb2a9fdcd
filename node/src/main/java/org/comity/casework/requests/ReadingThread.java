package org.comity.casework.requests;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.comity.casework.CaseAccess;
import org.comity.casework.Confirmations;
import org.comity.casework.Dispatches;
import org.comity.casework.DomesticFile;
import org.comity.casework.Drafts;
import org.comity.casework.PreparedActs;
import org.comity.casework.SeatSentences;
import org.comity.casework.SeatedAuthorities;
import org.comity.casework.requests.ThreadView.ActLine;
import org.comity.casework.requests.ThreadView.Waiting;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.Participant;
import org.comity.exchange.Exchange;
import org.comity.exchange.Exchange.Sending;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.procedure.ActRendering;
import org.comity.procedure.Dispatch;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.UseLimits;
import org.comity.proof.register.Entry;
import org.comity.sealing.Letters.Section;
import org.comity.thread.Threads;
import org.comity.ui.Language;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An official opens a request; who read it is on record. */
@Component
class ReadingThread {

    /** The position before which the newest acts stand, however many there are. */
    static final String NEWEST = "2147483647";

    private final Requests requests;
    private final Threads threads;
    private final Directory directory;
    private final Exchange exchange;
    private final Drafts drafts;
    private final DomesticFile file;
    private final Confirmations confirmations;
    private final Officials officials;
    private final Ledger ledger;
    private final UseLimits limits;
    private final CaseAccess access;
    private final Dispatches dispatches;
    private final Clock clock;
    private final Procedures procedures;
    private final PreparedActs prepared;
    private final SeatSentences seats;
    private final SeatedAuthorities seated;
    private final NamingBasis basis;

    // More than eight: each gives one part of the page of a request.
    ReadingThread(
            Requests requests,
            Threads threads,
            Directory directory,
            Exchange exchange,
            Drafts drafts,
            DomesticFile file,
            Confirmations confirmations,
            Officials officials,
            Ledger ledger,
            UseLimits limits,
            CaseAccess access,
            Dispatches dispatches,
            Clock clock,
            Procedures procedures,
            PreparedActs prepared,
            SeatSentences seats,
            SeatedAuthorities seated,
            NamingBasis basis) {
        this.requests = requests;
        this.threads = threads;
        this.directory = directory;
        this.exchange = exchange;
        this.drafts = drafts;
        this.file = file;
        this.confirmations = confirmations;
        this.officials = officials;
        this.ledger = ledger;
        this.limits = limits;
        this.access = access;
        this.dispatches = dispatches;
        this.clock = clock;
        this.procedures = procedures;
        this.prepared = prepared;
        this.seats = seats;
        this.seated = seated;
        this.basis = basis;
    }

    /** @param before the acts that are shown stand before this position; 0 is the one that opened the request */
    @Transactional
    ThreadView read(RequestRow row, int before, Official by, Locale language) {
        var thread = threads.find(row.thread()).orElseThrow();
        var self = directory.self();
        var other = GoneParticipant.shown(directory, row.counterpart());
        var procedure = procedures.of(row.procedure());
        var rendering = procedure.rendering();
        var lines = new ArrayList<ActLine>();
        var stretch = ActRange.before(before, threads.countActs(row.thread()));
        var shown = threads.acts(row.thread(), stretch.from(), ActRange.MOST).stream()
                .limit(stretch.to() - stretch.from())
                .toList();
        var given = seats.of(shown.stream().map(Threads.KeptAct::envelope).toList(), language);
        shown.forEach(act -> lines.addFirst(line(act, given, rendering, row.ourRole(), self, other, language)));
        var opening = threads.opening(row.thread()).orElse(null);
        var fileLines = file.lines(row.thread());
        var letters = dispatches.of(row.thread());
        var state = thread.state();
        ledger.record(by, "thread.read", row.thread(), Map.of("reference", row.reference()));
        return new ThreadView(
                row,
                opening == null || !opening.bodyKept()
                        ? row.subject(language.getLanguage())
                        : rendering.subject(opening.body(), language),
                row.ourRole() == Role.REQUESTING ? self : other,
                row.ourRole() == Role.REQUESTING ? other : self,
                other,
                thread.weKeep(),
                lines,
                stretch,
                opening == null || !opening.bodyKept()
                        ? List.of()
                        : rendering.sections(
                                opening.envelope().convention(),
                                row.thread(),
                                opening.envelope().type(),
                                opening.envelope().facts(),
                                opening.body(),
                                language),
                state == null || thread.disputed() != null
                        ? List.of()
                        : filledInFirst(
                                procedure.steps().offered(state, row, clock.instant()), prepared.types(row.thread())),
                procedure.keys(),
                drafts.writing(row.thread()),
                fileLines,
                names(row.owner(), fileLines, letters),
                checks(fileLines),
                row.ourRole() == Role.REQUESTED && procedure.statesAlone()
                        ? file.officers(row.thread(), DomesticFile.Kind.CONSIDERED_DISCRIMINATION)
                        : null,
                by.holds(Duty.DUTY_OFFICER) || by.holds(Duty.LAWYER),
                mayFile(row, by),
                confirmations.ofThread(row.thread()),
                row.emergency() ? procedure.openGaps(row.thread()) : List.of(),
                requests.awaitsOrder(row.thread()),
                thread.disputed(),
                opening == null ? null : opening.forgottenAt(),
                procedure.confidentiality(row.thread()),
                limits.of(row, Language.of(language)).orElse(null),
                letters,
                !other.hasNode() && !dispatches.expected(row, null).isEmpty(),
                seated.reads(other.id()),
                rendering.function(),
                procedure.settlesConfidentiality(),
                procedure.fillsGaps(),
                threads.head(thread).orElse(null),
                basis.of(row, opening, language.getLanguage()));
    }

    /** What a courier carries is delivered as far as the exchange knows; the officer is told who has it. */
    private static @Nullable String word(@Nullable Sending sending) {
        if (sending == null) {
            return null;
        }
        return sending.status() == Exchange.Status.DELIVERED && "courier".equals(sending.lastError())
                ? "CARRIED"
                : sending.status().name();
    }

    private ActLine line(
            Threads.KeptAct act,
            Map<String, Section> given,
            ActRendering rendering,
            Role ourRole,
            Participant self,
            Participant other,
            Locale language) {
        var envelope = act.envelope();
        var recorded = envelope.facts().get("recorded");
        boolean ours = act.ours() && (recorded == null || Role.of(envelope.role()) == ourRole);
        var author = ours ? self : other;
        boolean held = act.n() == null
                && act.recalled() == null
                && act.heldUntil() != null
                && act.heldUntil().isAfter(clock.instant());
        boolean recalled = ours && act.n() == null && act.recalled() != null && act.bodyKept();
        var opens = envelope.facts().containsKey("reference");
        var sending = act.n() == null && act.ours() ? exchange.sending(act.id()) : null;
        return new ActLine(
                act.id(),
                act.n(),
                envelope.type(),
                rendering.headline(envelope.type(), envelope.facts(), act.body(), language),
                ours,
                author.name(language.getLanguage()),
                author.speaker(rendering.function()),
                envelope.time(),
                act.registeredAt(),
                Entry.EFFECTIVE.equals(act.effect()) ? null : act.effect(),
                recorded,
                word(sending),
                sending == null ? null : Waiting.of(sending, clock.instant()).orElse(null),
                sending != null && sending.told(),
                held ? act.heldUntil() : null,
                act.n() == null ? act.recalled() : null,
                held || recalled ? drafts.ofAct(act.id()).map(Draft::id).orElse(null) : null,
                opens || !act.bodyKept()
                        ? List.of()
                        : Stream.concat(
                                        Stream.ofNullable(given.get(act.id())),
                                        rendering
                                                .sections(
                                                        envelope.convention(),
                                                        act.thread(),
                                                        envelope.type(),
                                                        envelope.facts(),
                                                        act.body(),
                                                        language)
                                                .stream())
                                .toList(),
                envelope.attachments(),
                act.forgottenAt());
    }

    private Map<String, String> names(@Nullable String owner, List<DomesticFile.Line> lines, List<Dispatch> letters) {
        var names = new TreeMap<String, String>();
        Stream.of(
                        Stream.ofNullable(owner),
                        lines.stream().map(DomesticFile.Line::official),
                        letters.stream().map(Dispatch::official))
                .flatMap(it -> it)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(id -> names.put(id, officials.name(id)));
        return names;
    }

    /** In the order in which a page offers them. */
    private Set<DomesticFile.Kind> mayFile(RequestRow row, Official by) {
        var kinds = EnumSet.allOf(DomesticFile.Kind.class);
        kinds.removeIf(kind -> !access.mayFile(by, kind, row));
        return kinds;
    }

    /** What of our own checks is on file. */
    private static Set<String> checks(List<DomesticFile.Line> lines) {
        var found = new HashSet<String>();
        lines.forEach(line -> found.add(line.kind().name()));
        return found;
    }

    /** What our node found and filled in goes before what the state alone would offer. */
    static List<String> filledInFirst(List<String> offered, List<String> filledIn) {
        return filledIn.stream()
                .filter(offered::contains)
                .findFirst()
                .map(first -> Stream.concat(Stream.of(first), offered.stream().filter(it -> !it.equals(first)))
                        .toList())
                .orElse(offered);
    }
}
