package org.comity.thread.joint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.directory.Directory.Term;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.register.ThreadBundle.Item;
import org.comity.proof.register.ThreadBundle.Keeper;
import org.comity.proof.seal.Container;
import org.comity.proof.seat.SeatProof;
import org.comity.thread.JointThreadExport;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads;
import org.comity.thread.Threads.Refused;
import org.comity.thread.register.FindingKeeperCertificate;
import org.springframework.stereotype.Component;

/** Exports a joint thread as it lies here: what we were not shown, or what was deleted, is an envelope. */
@Component
class ExportingJointThread implements JointThreadExport {

    private static final int PAGE = 200;

    private final JointRows threads;
    private final JointActRows acts;
    private final PartyRows parties;
    private final Directory directory;
    private final Threads ofTwo;

    ExportingJointThread(JointRows threads, JointActRows acts, PartyRows parties, Directory directory, Threads ofTwo) {
        this.ofTwo = ofTwo;
        this.threads = threads;
        this.acts = acts;
        this.parties = parties;
        this.directory = directory;
    }

    @Override
    public void export(String thread, OutputStream out) throws IOException {
        // What is registered while the line takes the rest is not half in it.
        long last = last(thread);
        var parts = new ThreadBundle.Parts(
                new ThreadBundle.Head(directory.network(), thread, keepers(thread, last)),
                entries(thread, 0, last),
                () -> Stream.concat(
                                stream(thread, 0, last)
                                        .map(it -> registered(it.entry().act())),
                                acts.waiting(thread).stream().map(ExportingJointThread::whole))
                        .iterator());
        ThreadBundle.write(
                out, parts, () -> ofOurSeats(thread, last).map(ofTwo::parts).iterator());
    }

    @Override
    public void exportTo(String party, String thread, OutputStream out) throws IOException {
        var stay =
                parties.stay(thread, party, directory.self().id()).orElseThrow(() -> new Refused("not-a-party", party));
        long last = stay.limit(last(thread));
        var parts = new ThreadBundle.Parts(
                new ThreadBundle.Head(directory.network(), thread, keepers(thread, last)),
                entries(thread, 0, last),
                () -> stream(thread, 0, last)
                        .map(it -> stay.shown(it.entry().n())
                                ? registered(it.entry().act())
                                : envelope(it.entry().act()))
                        .iterator());
        ThreadBundle.write(
                out,
                parts,
                () -> ofOurSeats(thread, last)
                        .filter(it -> ofTwo.find(it).orElseThrow().counterpart().equals(party))
                        .map(ofTwo::registered)
                        .iterator());
    }

    /**
     * Ours, in which the keys of those were given who spoke from a seat here; another host has its own (R77). What another
     * author names stays where it is: it may be any thread of ours, also one that is closed to the reader.
     */
    Stream<String> ofOurSeats(String thread, long last) {
        return stream(thread, 0, last)
                .flatMap(it -> acts.find(it.entry().act()).stream())
                .filter(it -> SeatProof.asked(it.envelope()))
                .filter(it -> it.envelope().author().equals(directory.self().id()))
                .flatMap(it -> Stream.ofNullable(it.sealed()))
                .flatMap(it ->
                        Objects.requireNonNull(Container.read(it.container()).seat()).given().stream())
                .map(it -> it.envelope().thread())
                .distinct()
                .filter(it -> ofTwo.find(it).isPresent());
    }

    @Override
    public List<Keeper> keepers(String thread) {
        return keepers(thread, last(thread));
    }

    private long last(String thread) {
        return threads.find(thread)
                .map(JointRow::lastN)
                .filter(it -> it > 0)
                .orElseThrow(() -> new Refused("unknown-thread", "no such thread"));
    }

    /** A keeper may change by acts, and its certificate in its directory entry. */
    private List<Keeper> keepers(String thread, long last) {
        var terms = acts.terms(thread).stream().filter(it -> it.from() <= last).toList();
        var keepers = new ArrayList<Keeper>();
        for (int i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            long end = i + 1 < terms.size() ? terms.get(i + 1).from() - 1 : last;
            for (var each : FindingKeeperCertificate.of(
                    term.keeper(),
                    directory.terms(term.keeper()).stream().map(Term::register).toList(),
                    entries(thread, term.from() - 1, end))) {
                keepers.add(new Keeper(each.participant(), each.certificate(), Math.max(each.from(), term.from())));
            }
        }
        return keepers;
    }

    private Iterable<SignedEntry> entries(String thread, long after, long last) {
        return () -> stream(thread, after, last).iterator();
    }

    private Stream<SignedEntry> stream(String thread, long after, long last) {
        return Stream.iterate(
                        acts.after(thread, after, PAGE),
                        page -> !page.isEmpty(),
                        page -> acts.after(thread, page.getLast().entry().n(), PAGE))
                .flatMap(List::stream)
                .takeWhile(it -> it.entry().n() <= last);
    }

    private Item registered(String act) {
        var kept = acts.find(act).orElseThrow();
        var sealed = kept.sealed();
        return sealed == null ? new ThreadBundle.Remaining(kept.envelope()) : whole(sealed);
    }

    private Item envelope(String act) {
        return new ThreadBundle.Remaining(acts.find(act).orElseThrow().envelope());
    }

    private static Item whole(SealedAct act) {
        return new ThreadBundle.SealedAct(act.act().id(), act.container());
    }
}
