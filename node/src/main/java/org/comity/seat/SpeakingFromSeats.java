package org.comity.seat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.casework.JointFromSeats;
import org.comity.directory.Directory;
import org.comity.exchange.Exchange;
import org.comity.ledger.Ledger;
import org.comity.procedure.ActForms;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.proof.seat.SeatProof;
import org.comity.proof.table.Membership;
import org.comity.seat.SeatDraftRows.Written;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads from a seat the authority's own threads and no other, and gives its acts as they are shown and kept. */
@Component
@Transactional
class SpeakingFromSeats {

    private static final int THREADS = 50;
    private static final String ADOPT = "adopt";

    private final SeatPersonRows seats;
    private final SeatDraftRows drafts;
    private final MakingSeatActs making;
    private final KeepingSeatActs keeping;
    private final ItemsAtSeats items;
    private final CollectingPasskeys proofs;
    private final OpeningFromSeats openings;
    private final SeatKeys keys;
    private final Requests requests;
    private final JointFromSeats joint;
    private final Procedures procedures;
    private final Threads threads;
    private final Exchange exchange;
    private final TellingAuthorities telling;
    private final AuthoritiesInSeats authorities;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: what is read, written, proved, sealed and registered from a seat has one rule of who may.
    SpeakingFromSeats(
            SeatPersonRows seats,
            SeatDraftRows drafts,
            MakingSeatActs making,
            KeepingSeatActs keeping,
            ItemsAtSeats items,
            CollectingPasskeys proofs,
            OpeningFromSeats openings,
            SeatKeys keys,
            Requests requests,
            JointFromSeats joint,
            Procedures procedures,
            Threads threads,
            Exchange exchange,
            TellingAuthorities telling,
            AuthoritiesInSeats authorities,
            Directory directory,
            Ledger ledger,
            Clock clock) {
        this.seats = seats;
        this.drafts = drafts;
        this.making = making;
        this.keeping = keeping;
        this.items = items;
        this.proofs = proofs;
        this.openings = openings;
        this.keys = keys;
        this.requests = requests;
        this.joint = joint;
        this.procedures = procedures;
        this.threads = threads;
        this.exchange = exchange;
        this.telling = telling;
        this.authorities = authorities;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Of one that is not confirmed, nothing. */
    @Transactional(readOnly = true)
    Requests.Page page(SeatOfPerson seat, @Nullable String after) {
        if (!seat.confirmed()) return new Requests.Page(List.of(), null);
        var filter = new Requests.Filter(Requests.View.ALL, null, List.of(), null, seat.authority(), null, null, null);
        return requests.list(filter, Requests.Order.NEWEST, after, THREADS);
    }

    /** Every one, however many; what the authority stands by names each. */
    @Transactional(readOnly = true)
    List<RequestRow> every(SeatOfPerson seat) {
        var all = new ArrayList<RequestRow>();
        for (var page = page(seat, null); ; page = page(seat, page.cursor())) {
            page.rows().stream().filter(it -> mine(seat, it)).forEach(all::add);
            if (page.cursor() == null) return all;
        }
    }

    /** @throws SeatRefused of a thread of others, as of one that is not there */
    @Transactional(readOnly = true)
    RequestRow row(SeatOfPerson seat, String thread) {
        return Optional.of(seat)
                .filter(SeatOfPerson::confirmed)
                .flatMap(_ -> requests.ofThread(thread))
                .filter(it -> mine(seat, it))
                .orElseThrow(SeatRefused::unknown);
    }

    private static boolean mine(SeatOfPerson seat, RequestRow row) {
        return seat.confirmed() && row.counterpart().equals(seat.authority());
    }

    /** What was said in it: what is registered, and not what waits here or was taken back. */
    @Transactional(readOnly = true)
    List<Threads.KeptAct> acts(RequestRow row) {
        return threads.newest(row.thread()).stream()
                .filter(it -> it.n() != null && it.recalled() == null)
                .toList();
    }

    /** The authority's acts that would have effect now. */
    @Transactional(readOnly = true)
    List<String> offered(RequestRow row) {
        if (authorities.hasNode(row.counterpart())) return List.of();
        var steps = procedures.of(row.procedure()).steps();
        return threads.find(row.thread())
                .map(Threads.Thread::state)
                .map(it -> steps.offered(it, row.ourRole().other(), clock.instant()))
                .orElse(List.of());
    }

    /** @return the id of the act, as it is shown before it is signed */
    String write(SeatOfPerson seat, RequestRow row, String type, TypedFromSeat posted) {
        if (!offered(row).contains(type)) throw SeatRefused.notOffered();
        var form = posted.form();
        var files = posted.files().with(items.chosen(seat, row, type, form));
        var written = items.read(seat, row, type, form);
        if (items.problems(row, type, written).any()) throw SeatRefused.missing("act");
        return keeping.keep(seat, act(seat, row.thread(), type, row.ourRole().other(), written, files), files, form);
    }

    /** The act by which the person says that the key is theirs. */
    String confirmation(SeatOfPerson seat) {
        if (seat.confirmed() || !seat.given()) throw SeatRefused.notNow();
        var about = Map.of("about", Objects.requireNonNull(seat.act()));
        return ofItsKeys(seat, "confirm", new ActForms.Written(Map.of(), about));
    }

    /** In the thread in which the authority's keys were given. */
    String ofItsKeys(SeatOfPerson seat, String type, ActForms.Written written) {
        if (!ofItsKeysNow(seat, type)) throw SeatRefused.notOffered();
        var act = act(seat, Objects.requireNonNull(seat.thread()), type, Role.REQUESTED, written, SeatFiles.NONE);
        return keeping.keep(seat, act, SeatFiles.NONE);
    }

    private boolean ofItsKeysNow(SeatOfPerson seat, String type) {
        return type.equals(ADOPT) || !authorities.hasNode(seat.authority());
    }

    /** What the authority can say now in a joint thread; nothing in one of others, or before the key is confirmed. */
    @Transactional(readOnly = true)
    List<String> offered(SeatOfPerson seat, String thread) {
        if (!seat.confirmed()) return List.of();
        boolean leaves = authorities.hasNode(seat.authority());
        return joint.offered(thread, seat.authority()).stream()
                .filter(it -> !leaves || Membership.LEAVES.contains(it))
                .toList();
    }

    /** In a joint thread; {@code posted} as it was typed. */
    String write(SeatOfPerson seat, String thread, String type, ActForms.Written written, TypedFromSeat posted) {
        if (!offered(seat, thread).contains(type)) throw SeatRefused.notOffered();
        var files = posted.files();
        var facts = KeepingSeatActs.facts(seat);
        var act = joint.act(thread, seat.authority(), type, written, facts, files.attachments());
        return keeping.keep(seat, act, files, posted.form());
    }

    private Act act(
            SeatOfPerson seat, String thread, String type, Role role, ActForms.Written written, SeatFiles files) {
        var facts = KeepingSeatActs.facts(seat);
        facts.putAll(written.facts());
        return making.act(making.in(thread), type, seat.authority(), role, facts, written.body(), files.attachments());
    }

    Written draft(SeatOfPerson seat, String act) {
        return drafts.lock(act, seat.authority())
                .filter(it -> seat.confirmed() || it.seat().equals(seat.id()))
                .orElseThrow(SeatRefused::unknown);
    }

    /** What the seat's own passkey is asked: the 32 bytes of the act's id (R154). */
    String options(SeatOfPerson seat, String act) {
        return keys.requestOptions(
                java.util.HexFormat.of().parseHex(act), List.of(Objects.requireNonNull(seat.credential())));
    }

    /** How many officers of the authority approve an act of this type, by its own profile; what ends all its seats, too. */
    @Transactional(readOnly = true)
    int needed(Written draft) {
        var act = Act.read(draft.json()).envelope();
        var procedure = act.procedure();
        boolean one = act.joint()
                ? joint.oneOfficer(act)
                : procedure.equals(SeatProcedure.ID)
                        ? !draft.type().equals(ADOPT)
                        : procedures.of(procedure).rendering().oneOfficer().contains(draft.type());
        return !one && directory.get(draft.authority()).profile().twoOfficers() ? 2 : 1;
    }

    /** How many approved it so far. */
    static int given(Written draft) {
        return draft.assertions() == null
                ? 0
                : SeatProof.read(draft.assertions()).assertions().size();
    }

    /** @return whether it was sent, and does not wait for another officer's passkey */
    boolean approve(SeatOfPerson seat, String act, String answer) {
        var draft = draft(seat, act);
        var read = Act.read(draft.json());
        boolean ofItsKeys = read.envelope().procedure().equals(SeatProcedure.ID);
        // The thread may have moved on since it was written.
        var opening = openings.toSend(seat, read);
        boolean now = ofItsKeys && ofItsKeysNow(seat, draft.type())
                || opening.isPresent()
                || offered(seat, read).contains(draft.type());
        if (!now) throw SeatRefused.notOffered();
        items.mustBeHere(seat, read);
        var assertion = SeatKeys.assertion(answer, Objects.requireNonNull(seat.key()));
        var proof = proofs.with(draft, seat, assertion);
        if (!keys.prove(seat, assertion, java.util.HexFormat.of().parseHex(act))) throw SeatRefused.notProved();
        if (proof.assertions().size() < needed(draft)) {
            drafts.approved(act, proof.json());
            ledger.record(null, "seat.approved", act, Map.of("seat", seat.id()));
            return false;
        }
        // Seats before their thread, as an officer who ends one: each would hold what the other waits for.
        if (ofItsKeys && !seats.lockAll(seat.authority()).contains(seat.id())) throw SeatRefused.notNow();
        var approvals = proof.given().stream()
                .map(it -> new Approval(it.person(), "passkey", clock.instant()))
                .toList();
        var files = drafts.files(act);
        var more = new TreeMap<>(files.places());
        more.put(SeatProof.FILE, proof.json());
        var persons = approvals.stream().map(Approval::pseudonym).toList();
        var entry = exchange.send(making.sealed(read, making.pdf(read, persons, files), approvals, more), null)
                .entry();
        drafts.sent(act, proof.json(), clock.instant());
        if (opening.isPresent()) openings.sent(draft.thread());
        boolean effective = entry != null && entry.entry().effective();
        if (effective) items.handOver(seat, read);
        boolean changes = ofItsKeys && effective;
        var news = changes ? authorities.said(seat, draft.type()) : SeatNews.Kind.ACTED;
        telling.tell(SeatNews.from(read, news));
        ledger.record(null, "seat.acted", act, Map.of("seat", seat.id(), "type", draft.type()));
        return true;
    }

    private List<String> offered(SeatOfPerson seat, Act act) {
        var thread = act.envelope().thread();
        return act.envelope().joint() ? offered(seat, thread) : offered(row(seat, thread));
    }
}
