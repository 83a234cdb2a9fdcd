package org.comity.proof.act;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.table.ActFacts;

/**
 * Says what an act is, without what it says: identity, signature and fold use this alone.
 *
 * @param network lower-case hex SHA-256 that names the directory's root; an act of one network means nothing in another
 * @param thread UUID in lower case; of version 8 in a joint thread, and in no other ({@link JointThread})
 * @param procedure name and version, e.g. {@code preservation/1}; named by the opening act for life
 * @param convention version of the Convention data, e.g. {@code uncc/1}
 * @param type the step, e.g. {@code request}, {@code acknowledge}
 * @param author participant whose authority signs, e.g. {@code XA-1}
 * @param addressee participant addressed, e.g. {@code XB-1}; {@code *} in a joint thread: all its parties
 * @param role {@code requesting} or {@code requested}; in a joint thread a role that its procedure's table names
 * @param time whole milliseconds, UTC; the author's clock, proof of nothing by itself
 * @param after acts the author had seen, at most 16
 * @param drill practice inside an earnest network
 * @param facts the few facts a fold needs, e.g. {@code until}; keys and values are text, at most 8
 * @param body commitment to the body
 * @param attachments at most 20
 */
// More than twelve: act.json has so many, and each is read by its name.
public record Envelope(
        String network,
        String thread,
        String procedure,
        String convention,
        String type,
        String author,
        String addressee,
        String role,
        Instant time,
        List<String> after,
        boolean drill,
        Map<String, String> facts,
        SaltedHash body,
        List<Attachment> attachments) {

    /** Whom an act of a joint thread addresses. */
    public static final String ALL_PARTIES = "*";

    public static final int LARGEST_AFTER = 16;
    public static final int LARGEST_FACTS = 8;
    public static final int LARGEST_ATTACHMENTS = 20;

    public Envelope {
        time = time.truncatedTo(ChronoUnit.MILLIS);
        after = List.copyOf(after);
        facts = Map.copyOf(facts);
        attachments = List.copyOf(attachments);
    }

    /** Reads an envelope kept without its body, as strictly as in an act. */
    public static Envelope read(byte[] json) {
        return read(CanonicalJson.read(json));
    }

    /** The same, where it stands inside other JSON. */
    public static Envelope read(Map<String, Object> json) {
        return ActReading.envelope(json);
    }

    /** The act's identity: SHA-256 of the envelope's canonical form. */
    public String id() {
        return Digests.sha256(CanonicalJson.write(json()));
    }

    /** Whether it belongs to a thread of any number of parties. */
    public boolean joint() {
        return addressee.equals(ALL_PARTIES);
    }

    /**
     * Who keeps the register of the thread that this act opens (R35): the addressee; the author if it opens a joint thread,
     * wrote the act down for somebody without a node, or sent it by another channel than its node.
     */
    public String keeper() {
        if (joint()) return author;
        boolean byNode = facts.getOrDefault("channel", "node").equals("node") && !facts.containsKey("recorded");
        return byNode ? addressee : author;
    }

    /** Whether it names the procedure, the law and the drill of the act that opened its thread (R11, R13). */
    public boolean speaksAs(Envelope opening) {
        return procedure.equals(opening.procedure) && convention.equals(opening.convention) && drill == opening.drill;
    }

    /** What a fold reads of it. */
    public ActFacts said() {
        return new ActFacts(id(), type, role, facts);
    }

    public Map<String, Object> json() {
        var json = new TreeMap<String, Object>();
        json.put("network", network);
        json.put("thread", thread);
        json.put("procedure", procedure);
        json.put("convention", convention);
        json.put("type", type);
        json.put("author", author);
        json.put("addressee", addressee);
        json.put("role", role);
        json.put("time", time.toString());
        json.put("after", after);
        json.put("drill", drill);
        json.put("facts", facts);
        json.put("body", body.json());
        json.put("attachments", attachments.stream().map(Attachment::json).toList());
        return json;
    }
}
