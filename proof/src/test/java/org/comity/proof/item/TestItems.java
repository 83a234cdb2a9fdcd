package org.comity.proof.item;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemManifest.Purpose;
import org.comity.proof.item.ItemManifest.Recipient;

/** Items for tests: sealed for a holder, a receiver and a recovery key. */
public record TestItems(
        byte[] plain, ItemKey key, byte[] payload, Map<Recipient, byte[]> headers, ItemManifest manifest) {

    public static final HybridIdentity HOLDER = HybridIdentity.generate();
    public static final HybridIdentity RECEIVER = HybridIdentity.generate();
    public static final HybridIdentity RECOVERY = HybridIdentity.generate();

    public static TestItems of(int size) {
        byte[] plain = new byte[size];
        new Random(size).nextBytes(plain);
        return of(plain);
    }

    public static TestItems of(byte[] plain) {
        var key = ItemKey.fresh();
        var out = new ByteArrayOutputStream();
        try (var sealing = ItemSealing.begin(key, out)) {
            sealing.write(plain, 0, plain.length);
            return new TestItems(plain, key, out.toByteArray(), Map.of(), null).finished(sealing.finish(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestItems finished(ItemSealing.Sealed sealed, ByteArrayOutputStream out) {
        var headers = headers(key);
        return new TestItems(plain, key, out.toByteArray(), headers, sealed.to(List.copyOf(headers.keySet())));
    }

    public static Map<Recipient, byte[]> headers(ItemKey key) {
        var headers = new LinkedHashMap<Recipient, byte[]>();
        wrap(headers, key, "XB-1", Purpose.HOLDER, HOLDER);
        wrap(headers, key, "XA-1", Purpose.RECEIVER, RECEIVER);
        wrap(headers, key, "XB-1", Purpose.RECOVERY, RECOVERY);
        return headers;
    }

    private static void wrap(
            Map<Recipient, byte[]> headers, ItemKey key, String participant, Purpose purpose, HybridIdentity identity) {
        byte[] header = key.header(identity.recipient()).bytes();
        headers.put(Recipient.of(participant, purpose, header), header);
    }

    public byte[] header(Purpose purpose) {
        return headers.entrySet().stream()
                .filter(it -> it.getKey().purpose() == purpose)
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    public ItemMatching.Found read(ItemKey with) {
        try {
            return ItemMatching.read(new ByteArrayInputStream(payload), with);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of rule I30. */
    public Path write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("headers"));
        Files.write(folder.resolve("item.json"), manifest.json());
        Files.write(folder.resolve("payload"), payload);
        for (byte[] each : headers.values()) {
            Files.write(folder.resolve("headers").resolve(Digests.sha256(each)), each);
        }
        return folder;
    }
}
