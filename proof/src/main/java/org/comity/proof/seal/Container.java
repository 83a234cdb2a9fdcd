package org.comity.proof.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.comity.proof.Malformed;
import org.comity.proof.Verdict;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.proof.act.Attachment;
import org.comity.proof.form.Digests;
import org.comity.proof.seat.SeatProof;
import org.jspecify.annotations.Nullable;

/**
 * A sealed act: an ASiC-E container (EN 319 162-1) with {@code act.json}, {@code act.pdf}, {@code approvals.json}, perhaps {@code
 * seat.json}, the attachments, one manifest and one CAdES signature over it. Reading checks the form, {@link #verify} the seal.
 */
public final class Container {

    public static final String MIMETYPE = "application/vnd.etsi.asic-e+zip";

    private static final String PDF = "%PDF-";
    private static final String META = "META-INF/";
    private static final String ATTACHMENTS = "attachments/";

    private final String sha256;
    private final SequencedMap<String, byte[]> files;
    private final Manifest manifest;
    private final Cades signature;
    private final Act act;
    private final List<Approval> approvals;
    private final @Nullable SeatProof seat;

    /**
     * @param compressed bytes of the container
     * @param uncompressed bytes of all files together
     * @param entries files, those of META-INF included
     * @param ratio how many times larger than the container its files may be together
     */
    public record Limits(int compressed, int uncompressed, int entries, int ratio) {
        public static final Limits STANDARD = new Limits(5 * 1024 * 1024, 20 * 1024 * 1024, 40, 100);
    }

    private Container(byte[] bytes, Limits limits) {
        sha256 = Digests.sha256(bytes);
        var all = StrictZip.read(bytes, limits);
        if (all.isEmpty()
                || !all.firstEntry().getKey().equals("mimetype")
                || !Arrays.equals(all.firstEntry().getValue(), MIMETYPE.getBytes(US_ASCII))) {
            throw new Malformed("container-mimetype", "the first file must be mimetype, with " + MIMETYPE);
        }
        all.remove("mimetype");
        files = all;
        byte[] xml = only("ASiCManifest[0-9]*\\.xml").getValue();
        var p7s = only("signature[0-9]*\\.p7s");
        manifest = Manifest.read(xml);
        if (!manifest.signature().equals(p7s.getKey())) {
            throw new Malformed("container-manifest", "it names another signature");
        }
        signature = Cades.read(p7s.getValue(), xml);
        act = Act.read(file("act.json"));
        approvals = Approval.read(file("approvals.json"));
        seat = readSeat();
        pdf();
        attachments();
    }

    /** Reads a container within the standard limits; {@link Malformed} if its form is not the protocol's. */
    public static Container read(byte[] bytes) {
        return read(bytes, Limits.STANDARD);
    }

    public static Container read(byte[] bytes, Limits limits) {
        return new Container(bytes, limits);
    }

    private Map.Entry<String, byte[]> only(String name) {
        var found =
                files.keySet().stream().filter(it -> it.matches(META + name)).toList();
        if (found.size() != 1) {
            throw new Malformed("container-file", "%d of %s".formatted(found.size(), META + name));
        }
        return Map.entry(found.getFirst(), files.remove(found.getFirst()));
    }

    private byte[] file(String name) {
        byte[] file = files.get(name);
        if (file == null) {
            throw new Malformed("container-file", name);
        }
        return file;
    }

    private void pdf() {
        byte[] pdf = file("act.pdf");
        if (!new String(pdf, 0, Math.min(PDF.length(), pdf.length), US_ASCII).equals(PDF)) {
            throw new Malformed("container-file", "act.pdf");
        }
    }

    /** There in an act from a seat, and in no other (R153). */
    private @Nullable SeatProof readSeat() {
        byte[] file = files.get(SeatProof.FILE);
        if (!SeatProof.asked(act.envelope())) return null;
        if (file == null) throw new Malformed(SeatProof.FORM, "an act from a seat without its proof");
        return SeatProof.read(file);
    }

    private void attachments() {
        for (Attachment each : act.envelope().attachments()) {
            byte[] file = file(ATTACHMENTS + each.name());
            if (file.length != each.size() || !each.content().commitsTo(file)) {
                throw new Malformed("attachment-differs", each.name());
            }
        }
        if (files.size()
                != (seat == null ? 3 : 4) + act.envelope().attachments().size()) {
            throw new Malformed("container-file", "a file that no act names");
        }
    }

    /** The file that the act encloses under this name; empty where it encloses none so. */
    public Optional<byte[]> attachment(String name) {
        return Optional.ofNullable(files.get(ATTACHMENTS + name));
    }

    /** SHA-256 of the whole container, as a register entry names it. */
    public String sha256() {
        return sha256;
    }

    public Act act() {
        return act;
    }

    public List<Approval> approvals() {
        return approvals;
    }

    /** What proves that a person of an authority without a node approved it; null of any other act. */
    public @Nullable SeatProof seat() {
        return seat;
    }

    /** How many persons approved it: from a seat each with a passkey of its own, and what the host writes beside it counts nobody (R154). */
    public int persons() {
        if (!SeatProof.asked(act().envelope())) return approvals().size();
        return seat() == null ? 0 : seat().assertions().size();
    }

    /** The files below the seal, in the container's order: without mimetype and META-INF. */
    public SequencedMap<String, byte[]> files() {
        return files.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, it -> it.getValue().clone(), (one, other) -> one, LinkedHashMap::new));
    }

    /** As the signature names it; trusted only if {@link #verify} holds. */
    public X509Certificate signer() {
        return signature.certificate();
    }

    public List<X509Certificate> certificates() {
        return signature.certificates();
    }

    /** Against the signer's certificate or its issuer; time stamps are not checked. */
    public Verdict verify(Anchor anchor) {
        return verify(anchor, Anchor.NONE, null);
    }

    /**
     * @param anchor of the signer
     * @param stampAuthorities of the time stamp; {@link Anchor#NONE} leaves it unchecked
     * @param at when the certificate must be valid if no verified time stamp says when; null: at the signer's own time
     */
    public Verdict verify(Anchor anchor, Anchor stampAuthorities, @Nullable Instant at) {
        return new SealChecks(act, manifest, signature).verify(files, anchor, stampAuthorities, at);
    }
}
