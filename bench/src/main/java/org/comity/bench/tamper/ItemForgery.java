package org.comity.bench.tamper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.age.PayloadLayout;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemKey;
import org.comity.proof.item.ItemManifest;
import org.comity.proof.item.ItemManifest.Purpose;
import org.comity.proof.item.ItemManifest.Recipient;
import org.comity.proof.item.ItemSealing;

/** Makes anew of an item whatever somebody can who knows the protocol and the receiver's public key. */
record ItemForgery(HybridIdentity receiver) {

    /**
     * Another text under a key of its own, sealed as it should be, in the place of the item in {@code folder}.
     *
     * @param committed whether the forged manifest commits to the new key, or keeps the old commitment
     * @return the files touched
     */
    Set<String> secondText(
            SequencedMap<String, byte[]> files, String folder, boolean committed, RandomGenerator chance) {
        var was = ItemManifest.read(Objects.requireNonNull(files.get(folder + "item.json")));
        byte[] plain = new byte[(int) was.plain().size()];
        chance.nextBytes(plain);
        var key = ItemKey.fresh();
        byte[] header = key.header(receiver.recipient()).bytes();
        var recipients = new ArrayList<Recipient>();
        var touched = new TreeSet<>(Set.of(folder + "item.json", folder + "payload"));
        for (var each : was.recipients()) {
            boolean ours = each.purpose() == Purpose.RECEIVER;
            recipients.add(ours ? Recipient.of(each.participant(), each.purpose(), header) : each);
            if (ours) {
                files.remove(folder + "headers/" + each.header());
                touched.add(folder + "headers/" + each.header());
            }
        }
        files.put(folder + "headers/" + Digests.sha256(header), header);
        touched.add(folder + "headers/" + Digests.sha256(header));
        var out = new ByteArrayOutputStream();
        try (var sealing = ItemSealing.begin(key, out)) {
            sealing.write(plain, 0, plain.length);
            var made = sealing.finish().to(recipients);
            files.put(folder + "payload", out.toByteArray());
            var forged = committed
                    ? made
                    : new ItemManifest(was.commitment(), made.payload(), made.plain(), made.recipients());
            files.put(folder + "item.json", forged.json());
            return touched;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole chunks dropped, exchanged, or taken from another payload. */
    static Set<String> chunks(
            SequencedMap<String, byte[]> files, String payload, byte[] other, RandomGenerator chance) {
        byte[] right = Objects.requireNonNull(files.get(payload));
        int chunks = (right.length - PayloadLayout.NONCE) / PayloadLayout.SEALED_CHUNK;
        if (chunks < 2) return Set.of();
        int one = (int) PayloadLayout.start(chance.nextInt(chunks - 1));
        int next = one + PayloadLayout.SEALED_CHUNK;
        var out = new ByteArrayOutputStream();
        out.write(right, 0, one);
        switch (chance.nextInt(4)) {
            case 0 -> out.write(right, next, right.length - next);
            case 1 -> {
                out.write(right, next, PayloadLayout.SEALED_CHUNK);
                out.write(right, one, PayloadLayout.SEALED_CHUNK);
                out.write(right, next + PayloadLayout.SEALED_CHUNK, right.length - next - PayloadLayout.SEALED_CHUNK);
            }
            case 2 -> {
                out.write(right, one, PayloadLayout.SEALED_CHUNK);
                out.write(right, one, right.length - one);
            }
            default -> {
                if (other.length < PayloadLayout.SEALED_CHUNK + PayloadLayout.NONCE) return Set.of();
                out.write(other, PayloadLayout.NONCE, PayloadLayout.SEALED_CHUNK);
                out.write(right, next, right.length - next);
            }
        }
        files.put(payload, out.toByteArray());
        return Set.of(payload);
    }

    /** The manifest says what the changed payload is. */
    static Set<String> manifestAnew(SequencedMap<String, byte[]> files, String folder, ItemManifest.Payload payload) {
        var was = ItemManifest.read(Objects.requireNonNull(files.get(folder + "item.json")));
        files.put(
                folder + "item.json",
                new ItemManifest(was.commitment(), payload, was.plain(), was.recipients()).json());
        return Set.of(folder + "item.json");
    }
}
