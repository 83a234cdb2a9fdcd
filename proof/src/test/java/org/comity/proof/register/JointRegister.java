package org.comity.proof.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.JointThread;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.register.ThreadBundle.Keeper;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seal.TestContainer;
import org.comity.proof.table.JointState;
import org.comity.proof.table.MoveTable;

/** A joint thread of made-up parties: acts sealed by each, entries signed by whoever keeps the register then. */
public final class JointRegister {

    public static final MoveTable TABLE = MoveTable.find("gathering/1").orElseThrow();
    public static final Map<String, TestCertificates> SEALS = Map.of(
            "XA-1", TestCertificates.XA,
            "XB-1", TestCertificates.XB,
            "XC-1", new TestCertificates.Request("XC-1 seal").by(TestCertificates.CA));
    public static final Map<String, TestCertificates> KEEPERS = Map.of(
            "XA-1", TestCertificates.XA_REGISTER,
            "XB-1", TestCertificates.XB_REGISTER,
            "XC-1", new TestCertificates.Request("XC-1 register").by(TestCertificates.CA));

    public final List<Act> acts = new ArrayList<>();
    public final Map<String, byte[]> containers = new HashMap<>();
    public final List<SignedEntry> entries = new ArrayList<>();
    public Map<String, Object> state = MoveTable.NOTHING_YET;
    public String thread = "";

    /** XA keeps, then XB; XC comes late and is not shown the past. */
    public static JointRegister ofThree() {
        var register = new JointRegister();
        register.say("XA-1", "open", "host", Map.of());
        var first = register.say("XA-1", "invite", "host", Map.of("party", "XB-1", "as", "member", "shown", "all"));
        register.say("XB-1", "join", "member", Map.of("invitation", first));
        register.say("XB-1", "say", "member", Map.of());
        var late =
                register.say("XA-1", "invite", "host", Map.of("party", "XC-1", "as", "member", "shown", "from-here"));
        register.say("XC-1", "join", "member", Map.of("invitation", late));
        register.say("XA-1", "hand-over", "host", Map.of("party", "XB-1"));
        register.say("XB-1", "take-over", "member", Map.of());
        register.say("XC-1", "say", "member", Map.of());
        register.say("XA-1", "leave", "host", Map.of());
        return register;
    }

    /** @return the act's id */
    public String say(String author, String type, String role, Map<String, String> facts) {
        var act = act(author, type, role, facts);
        register(act, seal(act));
        return act.id();
    }

    public Act act(String author, String type, String role, Map<String, String> facts) {
        var more = new TreeMap<>(facts);
        if (!entries.isEmpty()) {
            more.putIfAbsent("seen", entries.getLast().entry().seen().fact());
        }
        Map<String, Object> body = Map.of("text", "act " + acts.size());
        var envelope = new Envelope(
                TestActs.NETWORK,
                thread.isEmpty() ? "00000000-0000-8000-8000-000000000000" : thread,
                TABLE.procedure(),
                "uncc/1",
                type,
                author,
                Envelope.ALL_PARTIES,
                role,
                TestCertificates.NOON,
                List.of(),
                false,
                more,
                SaltedHash.of("01".repeat(16), CanonicalJson.write(body)),
                List.of());
        return new Act(thread.isEmpty() ? JointThread.opening(envelope) : envelope, body);
    }

    public static byte[] seal(Act act) {
        var container = TestContainer.of(act);
        container.signer = SEALS.get(act.envelope().author());
        return container.build();
    }

    public void register(Act act, byte[] container) {
        if (thread.isEmpty()) thread = act.envelope().thread();
        var keeper = state.isEmpty()
                ? act.envelope().author()
                : JointState.read(state).keeper();
        acts.add(act);
        containers.put(act.id(), container);
        entries.add(next(entries, act, container, KEEPERS.get(keeper)));
    }

    public SignedEntry next(List<SignedEntry> before, Act act, byte[] container, TestCertificates keeper) {
        var folded = CheckingEffects.folded(TABLE, state, before.size() + 1, act.envelope());
        state = folded.state();
        return TestRegister.sign(
                new Entry(
                        TestActs.NETWORK,
                        thread,
                        before.size() + 1,
                        before.isEmpty()
                                ? Entry.NOTHING_BEFORE
                                : before.getLast().entry().hash(),
                        act.id(),
                        Digests.sha256(container),
                        TestCertificates.NOON.plusSeconds(before.size()),
                        folded.effect(),
                        Digests.sha256(CanonicalJson.write(folded.state()))),
                keeper.key());
    }

    /** The same acts in a register made anew by whoever has this key. */
    public List<SignedEntry> anew(List<Act> of, TestCertificates... byEntry) {
        state = MoveTable.NOTHING_YET;
        var made = new ArrayList<SignedEntry>();
        for (var each : of) {
            var key = byEntry[Math.min(made.size(), byEntry.length - 1)];
            made.add(next(made, each, containers.get(each.id()), key));
        }
        return made;
    }

    public static Keeper keeper(String participant, long from) {
        return new Keeper(participant, KEEPERS.get(participant).certificate(), from);
    }

    public Path write(Path file, List<Keeper> keepers, List<SignedEntry> register, String... envelopeOnly)
            throws IOException {
        var items = new ArrayList<ThreadBundle.Item>();
        for (var each : acts) {
            if (register.stream().noneMatch(it -> it.entry().act().equals(each.id()))) continue;
            items.add(
                    List.of(envelopeOnly).contains(each.id())
                            ? new ThreadBundle.Remaining(each.envelope())
                            : new ThreadBundle.SealedAct(each.id(), containers.get(each.id())));
        }
        try (var out = Files.newOutputStream(file)) {
            ThreadBundle.write(out, new ThreadBundle.Head(TestActs.NETWORK, thread, keepers), register, items);
        }
        return file;
    }
}
