package org.comity.exchange.restored;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.ComparisonsDue;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.Parcel;
import org.comity.exchange.Quotas;
import org.comity.proof.act.JointThread;
import org.comity.proof.form.CanonicalJson;
import org.comity.thread.JointThreads;
import org.comity.thread.Restoration;
import org.comity.thread.Restoration.Head;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks each counterpart what it holds, then for what is missing here, until all of it is here; then opens. Each step can
 * be repeated: what came already changes nothing.
 */
@Component
class ComparingRegisters implements ComparisonsDue {

    private static final Logger log = LoggerFactory.getLogger(ComparingRegisters.class);
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(30);
    private static final int THREADS_AT_ONCE = 100;

    private final Restoration restoration;
    private final HeadRows heads;
    private final OutgoingQueue outgoing;
    private final JointThreads joint;
    private final Directory directory;
    private final Quotas quotas;
    private final Clock clock;

    ComparingRegisters(
            Restoration restoration,
            HeadRows heads,
            OutgoingQueue outgoing,
            JointThreads joint,
            Directory directory,
            Quotas quotas,
            Clock clock) {
        this.quotas = quotas;
        this.joint = joint;
        this.restoration = restoration;
        this.heads = heads;
        this.outgoing = outgoing;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public void listed(String counterpart, List<Head> all, boolean last) {
        if (heads.isListed(counterpart)) return;
        var after = heads.lastThread(counterpart);
        var restored = restoration.last().map(Restoration.Restored::at).orElse(null);
        if (restored == null || !heads.wasAsked(counterpart, subject(after), restored)) return;
        // The quota is for what they open: threads that are here already take none of it, ended ones and ours among
        // them.
        if (heads.count(counterpart) + all.size() > quotas.threads(counterpart) + restoration.count(counterpart)) {
            log.warn(
                    "{} tells of more threads than node.quota.threads allows; raise node.quota.threads-of for it, or open to it by hand",
                    counterpart);
            return;
        }
        all.forEach(it -> heads.put(counterpart, it, after));
        if (last) {
            heads.listed(counterpart, clock.instant());
        }
    }

    /** What a restored node does first, once: all of it or, killed meanwhile, none. */
    @Transactional
    public void begin(Restoration.Restored restored) {
        if (restoration.told()) {
            heads.forgetBefore(restored.at());
            log.warn("this node was restored from a backup of {}", restored.backupAt());
        }
    }

    private static String subject(String after) {
        return "heads/" + after;
    }

    /** One step with one counterpart. */
    @Transactional
    public void compare(String counterpart) {
        if (!restoration.closedTo(counterpart)) {
            return;
        }
        if (!heads.isListed(counterpart)) {
            var after = heads.lastThread(counterpart);
            ask(counterpart, subject(after), Map.of("after", after));
            return;
        }
        fetchMissing(counterpart);
        if (heads.count(counterpart) == 0) {
            opened(counterpart, null);
            log.info("registers with {} are compared; it is open again", counterpart);
        }
    }

    private void fetchMissing(String counterpart) {
        for (var head : heads.some(counterpart, "", THREADS_AT_ONCE)) {
            if (restoration.holds(head)) {
                restoration.left(head);
                heads.remove(counterpart, head.thread());
            } else {
                long after = restoration.neededAfter(head);
                if (JointThread.isNameOf(head.thread())) fetch(counterpart, head.thread(), after);
                else ask(counterpart, head.thread() + "/" + after, Map.of("after", after, "thread", head.thread()));
            }
        }
    }

    /** Any party answers that, whoever keeps the register (R125). */
    private void fetch(String counterpart, String thread, long after) {
        if (!heads.asked(counterpart, thread + "/" + after, clock.instant().minus(ASKED_AGAIN_AFTER))) {
            outgoing.fetch(counterpart, thread, after);
        }
    }

    private void ask(String counterpart, String subject, Map<String, Object> json) {
        if (!heads.asked(counterpart, subject, clock.instant().minus(ASKED_AGAIN_AFTER))) {
            outgoing.comparing(counterpart, Parcel.Action.RETURN, subject, CanonicalJson.write(json));
        }
    }

    @Override
    public List<Closed> closed() {
        if (restoration.last().isEmpty()) {
            return List.of();
        }
        return directory.all().stream()
                .filter(Participant::hasNode)
                .map(Participant::id)
                .filter(it -> !it.equals(directory.self().id()))
                .filter(restoration::closedTo)
                .map(it -> new Closed(
                        it,
                        heads.isListed(it),
                        heads.count(it),
                        heads.lastError(it).orElse(null)))
                .toList();
    }

    @Override
    @Transactional
    public void open(String counterpart, Official by) {
        if (closed().stream().noneMatch(it -> it.counterpart().equals(counterpart))) {
            throw new NothingClosed(counterpart);
        }
        opened(counterpart, by);
        log.warn("opened to {} without having compared registers", counterpart);
    }

    private void opened(String counterpart, @Nullable Official by) {
        var held = restoration.open(counterpart, by);
        heads.recalled(held, clock.instant());
        joint.resume();
        heads.forget(counterpart);
        if (!held.isEmpty()) log.warn("{} held acts to {} are taken back", held.size(), counterpart);
    }

    static final class NothingClosed extends RuleBroken {
        NothingClosed(String counterpart) {
            super("exchange.not-closed", Map.of("to", counterpart));
        }
    }
}
