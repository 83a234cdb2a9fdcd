package org.comity.thread.joint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.table.JointState;
import org.comity.thread.JointThreads.Brought;
import org.comity.thread.JointThreads.Page;
import org.comity.thread.SealedAct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R146: an envelope alone proves no author, so who keeps a register cannot write in the name of others. */
class EnvelopesAloneTest extends ThreeJointNodes {

    @BeforeEach
    void open() {
        joins(member);
    }

    @Test
    void r146_an_act_in_our_own_name_that_we_never_sealed_is_a_dispute() {
        var invented = inTheNameOf("XB-1", "leave");
        var before = member.register(thread);

        take(member, thin(invented));

        assertThat(member.threads.find(thread).orElseThrow().disputed()).isEqualTo("act-not-right");
        assertThat(member.proofs(thread))
                .extracting(it -> it.entry().act())
                .containsExactly(invented.act().id());
        assertThat(member.register(thread)).isEqualTo(before);
        assertThat(member.state(thread).parties()).containsKey("XB-1");
    }

    /** It comes again from the keeper until somebody gives the act; nothing is proven against either. */
    @Test
    void r146_what_the_keeper_brings_in_the_name_of_others_it_brings_whole() {
        joins(late);
        tell(member);
        var before = member.register(thread);
        for (var type : List.of("leave", "consent", "say")) {
            var invented = inTheNameOf("XC-1", type);
            refused("act-withheld", () -> taken(member, thin(invented), "XA-1"));
        }
        assertThat(member.register(thread)).isEqualTo(before);
        assertThat(member.threads.find(thread).orElseThrow().disputed()).isNull();

        bring(late, late.say(thread, "say").act());
        var whole = host.threads.page(thread, "XB-1").orElseThrow();
        refused("act-withheld", () -> taken(member, thinned(whole), "XA-1"));
        take(member, thinned(whole), "XC-1");
        assertThat(member.register(thread)).isEqualTo(host.register(thread));
    }

    @Test
    void r146_who_joins_a_register_that_is_all_shown_gets_all_of_it_whole() {
        asks(late, "member", "all");
        hears(late);
        bring(late, late.say(thread, "join").act());
        var whole = host.threads.page(thread, "XC-1").orElseThrow();

        refused("act-withheld", () -> taken(late, thinned(whole), "XA-1"));
        assertThat(late.register(thread)).isEmpty();
        take(late, whole);
        assertThat(late.register(thread)).isEqualTo(host.register(thread));
    }

    /** What was said before it came, who is shown the rest from here never reads. */
    @Test
    void r146_from_here_on_acts_are_whole() {
        joins(late, "member", "from-here");
        assertThat(late.register(thread)).isEqualTo(host.register(thread));

        var invented = inTheNameOf("XB-1", "leave");
        refused("act-withheld", () -> taken(late, thin(late, invented), "XA-1"));
    }

    @Test
    void r146_what_we_have_lost_comes_back_as_it_lies_there() {
        var state = member.state(thread);
        bring(member, member.say(thread, "say").act());
        tell(member);
        var before = member.register(thread);
        host.run(it -> it.refused(thread, "XB-1"));
        var last = host.threads.page(thread, "XB-1", before.size() - 1, before.size());
        loses(before.size(), state);
        member.closedTo.add("XA-1");

        take(member, thinned(last));

        assertThat(member.threads.find(thread).orElseThrow().disputed()).isNull();
        assertThat(member.register(thread)).isEqualTo(before);
    }

    private void loses(long n, JointState before) {
        var act = member.register(thread).getLast().entry();
        member.db
                .sql("delete from thread.joint_entry where n = :n")
                .param("n", n)
                .update();
        member.db.sql("delete from thread.joint_act where n = :n").param("n", n).update();
        member.db
                .sql("update thread.joint set last_n = :n - 1, last_hash = :hash, state = :state")
                .param("state", new String(CanonicalJson.write(before.json()), UTF_8))
                .param("n", n)
                .param("hash", act.previous())
                .update();
    }

    private static String taken(JointNode node, Page page, String from) {
        take(node, page, from);
        return "";
    }

    private Page thin(SealedAct act) {
        return thin(member, act);
    }

    private Page thin(JointNode node, SealedAct act) {
        return page(node.next(thread, act), new Brought.Thin(act.act().envelope()));
    }

    private static Page thinned(Page whole) {
        var thin = whole.acts().stream()
                .map(it -> (Brought) new Brought.Thin(it.envelope()))
                .toList();
        return new Page(whole.thread(), whole.after(), whole.entries(), whole.last(), thin);
    }

    /** As a keeper would make it that has no key of its author: nobody ever sealed it. */
    private SealedAct inTheNameOf(String author, String type) {
        var like = host.act(thread, "say", "invitation", "0".repeat(64)).act();
        var json = new HashMap<>(like.envelope().json());
        json.putAll(Map.of("author", author, "type", type, "role", "member"));
        return JointNode.sealed(new Act(Envelope.read(CanonicalJson.write(json)), like.body()));
    }
}
