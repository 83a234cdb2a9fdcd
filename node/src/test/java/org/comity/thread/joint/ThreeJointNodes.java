package org.comity.thread.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.database.PracticeDatabase;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.JointThreads.Brought;
import org.comity.thread.JointThreads.Invitation;
import org.comity.thread.JointThreads.Page;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads.Refused;
import org.junit.jupiter.api.BeforeEach;

/** A host with a thread of its own and two others, and what goes between them as the wire would bring it. */
abstract class ThreeJointNodes {

    static final Clock NOON = Clock.fixed(JointNode.NOON, ZoneOffset.UTC);

    JointNode host;
    JointNode member;
    JointNode late;
    String thread;

    @BeforeEach
    void begin() throws Exception {
        host = new JointNode("XA-1", PracticeDatabase.emptied("thread", 1), NOON);
        member = new JointNode("XB-1", PracticeDatabase.emptied("thread", 2), NOON);
        late = new JointNode("XC-1", PracticeDatabase.emptied("thread", 3), NOON);
        thread = host.open(1);
    }

    void joins(JointNode node) {
        joins(node, "member", "all");
    }

    void joins(JointNode node, String role, String shown) {
        asks(node, role, shown);
        hears(node);
        bring(node, node.say(thread, "join").act());
        tell(node);
    }

    /** @return the invitation as it lies at the host; it has not come yet */
    Invitation asks(JointNode node, String role, String shown) {
        host.say(thread, "invite", "party", node.id, "as", role, "shown", shown);
        return host.threads.invitation(thread, node.id).orElseThrow();
    }

    /** Takes the invitation that lies for it at the host. */
    Invitation hears(JointNode node) {
        var asked = host.threads.invitation(thread, node.id).orElseThrow();
        node.run(it -> it.take(asked, host.id));
        return asked;
    }

    void bring(JointNode author, String id) {
        var act = waiting(author, id);
        host.in(it -> it.take(act, author.id));
    }

    /** It waits at its author for its entry. */
    SealedAct waiting(JointNode author, String id) {
        return author.threads.waiting(thread).stream()
                .filter(it -> it.act().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Brings it all pages that it lacks. */
    void tell(JointNode node) {
        for (var page = host.threads.page(thread, node.id);
                page.isPresent();
                page = host.threads.page(thread, node.id)) {
            var brought = page.get();
            take(node, brought);
            host.run(it -> it.delivered(thread, node.id, brought.after(), brought.to()));
        }
    }

    static void take(JointNode node, Page page) {
        take(node, page, "XA-1");
    }

    static void take(JointNode node, Page page, String from) {
        node.run(it -> it.take(page, from, JointNode::sealedRight));
    }

    Page page(SignedEntry entry, Brought act) {
        return new Page(
                thread, entry.entry().n() - 1, List.of(entry), entry.entry().n(), List.of(act));
    }

    static void refused(String code, java.util.function.Supplier<?> change) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(change::get)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
