package org.comity.seat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.comity.directory.Directory;
import org.comity.exchange.Exchange;
import org.comity.identity.Approvals;
import org.comity.identity.Officials;
import org.comity.identity.TwoOfficers;
import org.comity.ledger.Ledger;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.proof.act.Attachment;
import org.comity.seat.SeatRefused.Need;
import org.comity.thread.AdoptedAuthorities;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Officers of this node give seats: one invites and rings, a second approves, either ends them (R150, R151, R156). */
@Component
@Transactional
class GivingSeats {

    private static final Duration INVITED = Duration.ofDays(7);
    private static final int TOKEN = 24;
    private static final int LONGEST = 200;
    private static final int MOST_OPEN = 50;
    private static final Set<String> CONTESTED = Set.of("contest", "adopt");

    private final SeatPersonRows rows;
    private final SeatVisitRows visits;
    private final SeatDraftRows drafts;
    private final MakingSeatActs making;
    private final SeatKeys keys;
    private final Threads threads;
    private final Exchange exchange;
    private final TellingAuthorities telling;
    private final AuthoritiesInSeats authorities;
    private final AdoptedAuthorities adopted;
    private final Approvals approvals;
    private final Officials officials;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: call, approval, seal, register and record of one key stand or fall in one transaction.
    GivingSeats(
            SeatPersonRows rows,
            SeatVisitRows visits,
            SeatDraftRows drafts,
            MakingSeatActs making,
            SeatKeys keys,
            Threads threads,
            Exchange exchange,
            TellingAuthorities telling,
            AuthoritiesInSeats authorities,
            AdoptedAuthorities adopted,
            Approvals approvals,
            Officials officials,
            Directory directory,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.visits = visits;
        this.drafts = drafts;
        this.making = making;
        this.keys = keys;
        this.threads = threads;
        this.exchange = exchange;
        this.telling = telling;
        this.authorities = authorities;
        this.adopted = adopted;
        this.approvals = approvals;
        this.officials = officials;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<SeatOfPerson> all() {
        return rows.all();
    }

    @Transactional(readOnly = true)
    SeatOfPerson get(String id) {
        return rows.find(id).orElseThrow(SeatRefused::unknown);
    }

    /** @return the secret of the link, which is shown once */
    String invite(String authority, String name, String function, Official by) {
        var invited = directory.find(authority);
        SeatRefused.unless(
                new Need("authority", invited.isPresent()),
                new Need("name", !name.isBlank() && name.length() <= LONGEST),
                new Need("function", !function.isBlank() && function.length() <= LONGEST));
        if (invited.orElseThrow().hasNode()) throw SeatRefused.hasNode(authority);
        if (adopted.adopted(authority)) throw SeatRefused.adopted(authority);
        if (rows.open(authority, clock.instant()) >= MOST_OPEN) throw SeatRefused.tooMany();
        var id = SeatTokens.random(6);
        var token = SeatTokens.random(TOKEN);
        rows.invite(
                new SeatOfPerson(
                        id,
                        authority,
                        name,
                        function,
                        authority + "/s-" + SeatTokens.random(4),
                        clock.instant().plus(INVITED),
                        null,
                        null,
                        false,
                        false,
                        null,
                        null,
                        null,
                        null,
                        false,
                        false,
                        null),
                SeatTokens.hash(token),
                by.id());
        ledger.record(by, "seat.invited", id, Map.of("authority", authority));
        return token;
    }

    /** Writes the act that gives the key, once the authority was rung; the first opens the thread of its seats. */
    void submit(String id, SeatCall call, Official by) {
        var seat = lock(id, SeatOfPerson.Status.KEY_MADE);
        call.check(seat.keyHash(), clock.instant());
        if (adopted.adopted(seat.authority())) throw SeatRefused.adopted(seat.authority());
        // Two officers who give an authority its first two seats at once open one thread and not two.
        rows.lockAuthority(seat.authority());
        var thread = rows.thread(seat.authority()).filter(this::goesOn).orElseGet(() -> open(seat, by));
        var facts = Map.of("key", seat.keyHash(), "person", seat.person(), "origin", keys.origin());
        var act = making.act(
                making.in(thread),
                "give",
                seat.authority(),
                Role.REQUESTING,
                facts,
                body(seat, call),
                List.of(Attachment.of("letter.pdf", "application/pdf", call.letter())));
        rows.submitted(
                id, thread, act.id(), act.json(), making.pdf(act, null), call.letter(), by.id(), clock.instant());
        ledger.record(by, "act.submitted", act.id(), Map.of("thread", thread, "type", "give"));
    }

    private static Map<String, Object> body(SeatOfPerson seat, SeatCall call) {
        var body = new TreeMap<String, Object>();
        body.put("function", seat.function());
        body.put("publicKey", SeatKeys.text(Objects.requireNonNull(seat.key())));
        body.put("credential", SeatKeys.text(Objects.requireNonNull(seat.credential())));
        body.put("mayBeCopied", seat.copied());
        body.put("called", call.called());
        body.put("numberFrom", call.numberFrom());
        body.put("answeredBy", call.answeredBy());
        body.put("calledAt", String.valueOf(call.at()));
        return body;
    }

    /** Once it is closed, further keys are given in another. */
    private boolean goesOn(String thread) {
        return threads.find(thread)
                .map(Threads.Thread::state)
                .filter(it -> !it.ended())
                .isPresent();
    }

    private String open(SeatOfPerson seat, Official by) {
        var thread = UUID.randomUUID().toString();
        var act = making.opening(thread, seat.authority(), Map.of());
        say(act, making.pdf(act, null), List.of(new Approval(by.pseudonym(), "submitted", clock.instant())), Map.of());
        return thread;
    }

    /** The document of the act that gives the key, as the second officer reads it. */
    @Transactional(readOnly = true)
    byte[] document(String id) {
        if (get(id).act() == null) throw SeatRefused.unknown();
        return rows.bytes(id, "pdf");
    }

    void takeBack(String id, Official by) {
        lock(id, SeatOfPerson.Status.SUBMITTED);
        rows.takenBack(id);
        ledger.record(by, "draft.given-back", id, Map.of("type", "give"));
    }

    /** Always by two officers, whatever our profile says. */
    void approve(String id, Approvals.Proof proof, Official by) {
        var seat = lock(id, SeatOfPerson.Status.SUBMITTED);
        if (!TwoOfficers.TWO.verdict(seat.submittedBy(), by).allowed()) throw SeatRefused.secondMustDiffer();
        var act = Act.read(rows.bytes(id, "json"));
        var approval = approvals.approve(by, act.id(), proof);
        var submitter =
                officials.find(Objects.requireNonNull(seat.submittedBy())).orElseThrow();
        var both = List.of(
                new Approval(submitter.pseudonym(), "submitted", Objects.requireNonNull(seat.submittedAt())),
                new Approval(approval.pseudonym(), approval.method(), approval.time()));
        say(act, rows.bytes(id, "pdf"), both, Map.of("attachments/letter.pdf", rows.bytes(id, "letter")));
        rows.given(id);
        telling.tell(SeatNews.of(seat, SeatNews.Kind.GIVEN, act.id()));
        ledger.record(by, "act.approved", act.id(), Map.of("method", approval.method(), "type", "give"));
    }

    /** One officer is enough: it can only take away. What was given since then is doubtful. */
    void end(String id, Instant since, Official by) {
        var seat = rows.lock(id).orElseThrow(SeatRefused::unknown);
        if (seat.status() == SeatOfPerson.Status.ENDED) throw SeatRefused.notNow();
        var offered = seat.expiresAt().minus(INVITED).truncatedTo(ChronoUnit.DAYS);
        if (since.isAfter(clock.instant()) || since.isBefore(offered)) throw SeatRefused.missing("since");
        if (seat.given()) {
            var facts = Map.of("about", Objects.requireNonNull(seat.act()), "since", since.toString());
            var act = making.act(
                    making.in(Objects.requireNonNull(seat.thread())),
                    "end",
                    seat.authority(),
                    Role.REQUESTING,
                    facts,
                    Map.of(),
                    List.of());
            say(
                    act,
                    making.pdf(act, null),
                    List.of(new Approval(by.pseudonym(), "submitted", clock.instant())),
                    Map.of());
            telling.tell(SeatNews.of(seat, SeatNews.Kind.ENDED, act.id()));
        }
        rows.ended(id, since, clock.instant());
        visits.leave(id, clock.instant());
        authorities.ended(seat.authority());
        ledger.record(by, "seat.ended", id, Map.of("authority", seat.authority()));
    }

    /** What was given from an ended seat after its key was lost: the authority is asked whether it stands by it. */
    @Transactional(readOnly = true)
    List<SeatDraftRows.Doubtful> doubtful(SeatOfPerson seat) {
        return seat.endedAt() == null ? List.of() : drafts.doubtful(seat);
    }

    /** What its authority says of what was recorded for it: acts that it contests, newest first. */
    @Transactional(readOnly = true)
    List<Threads.KeptAct> contested(SeatOfPerson seat) {
        return seat.thread() == null
                ? List.of()
                : threads.newest(seat.thread()).stream()
                        .filter(it -> it.n() != null
                                && CONTESTED.contains(it.envelope().type()))
                        .toList()
                        .reversed();
    }

    /** In which an act stands; null where it is none of two. */
    @Transactional(readOnly = true)
    @Nullable
    String threadOf(String act) {
        return threads.act(act).map(Threads.KeptAct::thread).orElse(null);
    }

    /** Of the thread in which an act stands, empty where it is none of two. */
    @Transactional(readOnly = true)
    String referenceOf(String act) {
        return threads.act(act).map(it -> reference(it.thread())).orElse("");
    }

    /** Of a thread that has a page here; that of the seats themselves has none. */
    @Transactional(readOnly = true)
    String reference(String thread) {
        return threads.find(thread)
                .filter(it -> !it.procedure().equals(SeatProcedure.ID))
                .map(Threads.Thread::reference)
                .orElse("");
    }

    private void say(Act act, byte[] pdf, List<Approval> by, Map<String, byte[]> files) {
        var kept = exchange.send(making.sealed(act, pdf, by, files), null);
        var entry = kept.entry();
        if (entry == null || !entry.entry().effective()) throw SeatRefused.notNow();
    }

    private SeatOfPerson lock(String id, SeatOfPerson.Status status) {
        return rows.lock(id).filter(it -> it.status() == status).orElseThrow(SeatRefused::notNow);
    }
}
