package org.comity.thread.joint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.comity.proof.act.JointThread.Seen;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.table.JointState;
import org.comity.thread.JointThreads;
import org.comity.thread.SealedAct;
import org.comity.thread.ShownAtUs;
import org.comity.thread.Threads.Kept;
import org.comity.thread.Threads.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes joint threads in the caller's transaction alone, and reads them in it or in one of its own. */
@Component
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class KeepingJointThreads implements JointThreads {

    private static final int LARGEST = 200;
    private static final int LONGEST_PAGE = 100;

    private final JointRows threads;
    private final JointActRows acts;
    private final JointProofs proofs;
    private final KeepingJointActs keeping;
    private final MakingJointPages making;
    private final TakingPages taking;
    private final InvitingParties inviting;
    private final ComparingHeads heads;
    private final PartiesConcerned concerned;

    // More than eight: the one face of all that is done with joint threads.
    KeepingJointThreads(
            JointRows threads,
            JointActRows acts,
            JointProofs proofs,
            KeepingJointActs keeping,
            MakingJointPages making,
            TakingPages taking,
            InvitingParties inviting,
            ComparingHeads heads,
            PartiesConcerned concerned) {
        this.concerned = concerned;
        this.threads = threads;
        this.acts = acts;
        this.proofs = proofs;
        this.keeping = keeping;
        this.making = making;
        this.taking = taking;
        this.inviting = inviting;
        this.heads = heads;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Joint> find(String thread) {
        return threads.find(thread).map(this::joint);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean concerns(String thread, String participant) {
        return threads.find(thread)
                .filter(it -> concerned.concerns(it, participant))
                .isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ShownAtUs> shownAtUs(String thread, String authority) {
        return concerned.shownAtUs(thread, authority);
    }

    @Override
    @Transactional(readOnly = true)
    public Listed list(@Nullable String after) {
        var read = threads.list(PlaceInList.read(after), LONGEST_PAGE + 1);
        var page = read.subList(0, Math.min(read.size(), LONGEST_PAGE));
        return new Listed(
                page.stream().map(it -> joint(it.row())).toList(),
                read.size() > LONGEST_PAGE ? page.getLast().place().text() : null);
    }

    private Joint joint(JointRow it) {
        return it.shown(making.keeps(it));
    }

    @Override
    @Transactional(readOnly = true)
    public List<KeptAct> acts(String thread) {
        return acts.newest(
                thread,
                threads.find(thread).map(JointRow::joint).map(JointState::named).orElse(Set.of()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<KeptAct> acts(String thread, int from, int limit) {
        return acts.stretch(thread, from, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public int countActs(String thread) {
        return acts.count(thread);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<KeptAct> opening(String thread) {
        return acts.openings(List.of(thread)).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Asked> asked(String thread) {
        return threads.find(thread)
                .filter(it -> it.standing() == OurPart.INVITED || it.standing() == OurPart.LEFT && it.lastN() == 0)
                .flatMap(it -> threads.asked(thread))
                .map(it -> new Asked(it.act(), it.role(), it.sender(), it.opening(), it.invite()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Seen> seen(String thread) {
        var row = threads.find(thread);
        var ours = row.filter(it -> it.lastN() > 0).map(it -> new Seen(it.lastN(), it.lastHash()));
        // A party has seen what it holds: an invitation says nothing to it, whoever signed its entry.
        var asked = row.filter(it -> it.standing() == OurPart.INVITED)
                .flatMap(it -> threads.asked(thread))
                .map(JointRows.Asked::seen);
        return asked.filter(it -> ours.isEmpty() || ours.get().n() < it.n()).or(() -> ours);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SignedEntry> entries(String thread, long after) {
        return acts.after(thread, after, LARGEST);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> author(String act) {
        return acts.find(act).map(it -> it.envelope().author());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<KeptAct> act(String act) {
        return acts.find(act)
                .map(it -> new KeptAct(
                        it.envelope(),
                        it.sealed() == null ? null : it.sealed().act().body(),
                        acts.of(act).orElse(null),
                        it.forgottenAt()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<byte[]> container(String act) {
        return acts.find(act).map(JointActRows.Kept::sealed).map(SealedAct::container);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SealedAct> waiting(String thread) {
        return acts.waiting(thread);
    }

    @Override
    public Kept say(SealedAct act) {
        return keeping.own(act);
    }

    @Override
    public Kept take(SealedAct act, String from) {
        return keeping.received(act, from);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Unheard> unheard(Instant before) {
        return keeping.unheard(before);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean waits(String thread, Instant before) {
        return keeping.waits(thread, before);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToLookAt> toLookAt() {
        return keeping.toLookAt();
    }

    @Override
    public void resume() {
        keeping.resume();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> behind(String thread) {
        return making.behind(thread);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Page> page(String thread, String party) {
        return making.next(thread, party);
    }

    @Override
    @Transactional(readOnly = true)
    public Page page(String thread, String party, long after, long to) {
        return making.anew(thread, party, after, to);
    }

    @Override
    public void delivered(String thread, String party, long after, long to) {
        making.delivered(thread, party, after, to);
    }

    @Override
    public void refused(String thread, String party) {
        making.refused(thread, party);
    }

    @Override
    public Page fetch(String thread, long after, String from) {
        return making.fetched(thread, after, from);
    }

    @Override
    public void take(Page page, String from, Seals seals) {
        taking.take(page, from, seals);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Invitation> invitation(String thread, String invited) {
        return inviting.of(thread, invited);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> invited(String thread) {
        return inviting.invited(thread);
    }

    @Override
    public void take(Invitation invitation, String from) {
        inviting.take(invitation, from);
    }

    @Override
    public Found head(SignedEntry entry, String from) {
        return heads.compare(entry, from);
    }

    @Override
    public List<Ahead> ahead() {
        return proofs.due();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> neighbours(String thread, RandomGenerator chance) {
        return heads.neighbours(thread, chance);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SignedEntry> proofs(String thread, String to, SignedEntry head) {
        return concerned.disputed(thread, proofs.of(thread), to, head);
    }
}
