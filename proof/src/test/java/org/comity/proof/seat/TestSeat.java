package org.comity.proof.seat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.TestRegister;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seal.TestContainer;
import org.comity.proof.seat.SeatProof.Given;
import org.comity.proof.table.MoveTable;

/** A made-up seat: XB-1 hosts XM-1, whose persons have passkeys; its thread of seats, and a preservation between both. */
public final class TestSeat {

    public static final String HOST = "XB-1";
    public static final String AUTHORITY = "XM-1";
    public static final String SEATS = "0b7e1c52-3f0e-4c53-9a55-0000000000a1";
    public static final String OTHER = "0b7e1c52-3f0e-4c53-9a55-0000000000a2";
    public static final String OPENED = "0b7e1c52-3f0e-4c53-9a55-0000000000a3";

    /** The acts of a thread that the host keeps, as it registers them one by one. */
    public static final class Kept {
        public final String thread;
        public final List<Act> acts = new ArrayList<>();
        public final List<byte[]> containers = new ArrayList<>();
        public final List<SignedEntry> entries = new ArrayList<>();
        public Instant now;

        /** What the host's officers read, if it is large. */
        public byte[] pdf = "%PDF-1.7 the letter".getBytes(UTF_8);

        public Kept(String thread, Instant now) {
            this.thread = thread;
            this.now = now;
        }

        public SignedEntry register(Act act, SeatProof seat) {
            acts.add(act);
            containers.add(container(act, seat, pdf));
            var table = MoveTable.find(acts.getFirst().envelope().procedure()).orElseThrow();
            var folded = new MoveTable.Folded(MoveTable.NOTHING_YET, "");
            for (Act each : acts)
                folded = table.fold(folded.state(), each.envelope().said());
            now = now.plusSeconds(1);
            entries.add(TestRegister.sign(new Entry(
                    TestActs.NETWORK,
                    thread,
                    acts.size(),
                    entries.isEmpty()
                            ? Entry.NOTHING_BEFORE
                            : entries.getLast().entry().hash(),
                    act.id(),
                    Digests.sha256(containers.getLast()),
                    now,
                    folded.effect(),
                    Digests.sha256(CanonicalJson.write(folded.state())))));
            return entries.getLast();
        }

        public ThreadBundle.Parts parts() {
            var items = new ArrayList<ThreadBundle.Item>();
            for (int n = 0; n < acts.size(); n++) {
                items.add(new ThreadBundle.SealedAct(acts.get(n).id(), containers.get(n)));
            }
            var keeper = TestCertificates.XB_REGISTER.certificate();
            return new ThreadBundle.Parts(
                    new ThreadBundle.Head(TestActs.NETWORK, thread, HOST, keeper), entries, items);
        }

        public byte[] export(ThreadBundle.Parts... seats) {
            var out = new ByteArrayOutputStream();
            try {
                ThreadBundle.write(out, parts(), List.of(seats));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    }

    public final Kept seats = new Kept(SEATS, TestCertificates.NOON);
    public final Kept other = new Kept(OTHER, TestCertificates.NOON.plusSeconds(60));

    public final Kept opened = new Kept(OPENED, TestCertificates.NOON.plusSeconds(60));

    public TestSeat() {
        seats.register(seatAct("host", "requesting", Map.of("channel", "letter", "reference", "XB-2027-000031")), null);
        other.register(
                act(
                        OTHER,
                        "preservation/1",
                        "request",
                        "requesting",
                        Map.of("channel", "letter", "reference", "XB-2027-000032")),
                null);
    }

    public static Act seatAct(String type, String role, Map<String, String> facts) {
        return act(SEATS, "seat/1", type, role, facts);
    }

    public static Act act(String thread, String procedure, String type, String role, Map<String, String> facts) {
        var body = Map.<String, Object>of("text", "as shown");
        return new Act(
                new Envelope(
                        TestActs.NETWORK,
                        thread,
                        procedure,
                        "other/1",
                        type,
                        HOST,
                        AUTHORITY,
                        role,
                        TestCertificates.NOON,
                        List.of(),
                        false,
                        facts,
                        SaltedHash.of("01".repeat(16), CanonicalJson.write(body)),
                        List.of()),
                body);
    }

    public static Map<String, String> giving(TestPasskey key, String person) {
        return Map.of("key", key.keyHash(), "person", person, "origin", key.origin);
    }

    public Given give(TestPasskey key, String person) {
        var act = seatAct("give", "requesting", giving(key, person));
        return new Given(seats.register(act, null), act.envelope());
    }

    /** What the authority says in a thread, from its seat. */
    public static Act said(String thread, String procedure, String type, TestPasskey first, Map<String, String> facts) {
        return said(thread, procedure, type, "requested", first, facts);
    }

    /** With which the authority opens a thread of its own with the host, from its seat (R159). */
    public static Act opening(String thread, TestPasskey first) {
        var reference = Map.of("reference", "XB-2027-000033");
        return said(thread, "preservation/1", "request", "requesting", first, reference);
    }

    private static Act said(
            String thread, String procedure, String type, String role, TestPasskey first, Map<String, String> facts) {
        var all = new TreeMap<>(facts);
        all.putAll(Map.of("recorded", "seat", "speaker", AUTHORITY, "key", first.keyHash()));
        return act(thread, procedure, type, role, all);
    }

    public static SeatProof proof(Act act, Given given, TestPasskey by) {
        return new SeatProof(List.of(by.approves(act.id())), List.of(given));
    }

    public Act confirm(TestPasskey key, Given given) {
        var act = said(
                SEATS,
                "seat/1",
                "confirm",
                key,
                Map.of("about", given.envelope().id()));
        seats.register(act, proof(act, given, key));
        return act;
    }

    public void end(Given given, Instant since) {
        var act = seatAct("end", "requesting", Map.of("about", given.envelope().id(), "since", since.toString()));
        seats.register(act, null);
    }

    public Act acknowledge(TestPasskey key, Given given) {
        var act = said(OTHER, "preservation/1", "acknowledge", key, Map.of());
        other.register(act, proof(act, given, key));
        return act;
    }

    public static byte[] container(Act act, SeatProof seat) {
        return container(act, seat, "%PDF-1.7 the letter".getBytes(UTF_8));
    }

    public static byte[] container(Act act, SeatProof seat, List<Approval> approvals) {
        return container(act, seat, approvals, "%PDF-1.7 the letter".getBytes(UTF_8));
    }

    private static byte[] container(Act act, SeatProof seat, byte[] pdf) {
        return container(act, seat, seat == null ? List.of() : approvals(seat), pdf);
    }

    /** By the persons whose passkeys approved it. */
    public static List<Approval> approvals(SeatProof seat) {
        return seat.given().stream()
                .map(Given::person)
                .distinct()
                .map(it -> new Approval(it, "passkey", TestCertificates.NOON))
                .toList();
    }

    private static byte[] container(Act act, SeatProof seat, List<Approval> approvals, byte[] pdf) {
        var container = TestContainer.of(act);
        container.files.put("act.pdf", pdf);
        container.signer = TestCertificates.XB;
        if (seat != null) container.files.put(SeatProof.FILE, seat.json());
        if (!approvals.isEmpty()) container.files.put("approvals.json", Approval.write(approvals));
        return container.build();
    }
}
