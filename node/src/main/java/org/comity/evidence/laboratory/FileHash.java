package org.comity.evidence.laboratory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.comity.proof.form.Digests;

/** SHA-256 of a file, and on the way of its first bytes, made while the bytes leave. */
final class FileHash {

    private final CompletableFuture<String> whole = new CompletableFuture<>();
    private final CompletableFuture<String> first = new CompletableFuture<>();

    /** @param part how many bytes the first are, or 0 */
    FileHash(Path file, long part) {
        Thread.ofPlatform().daemon().name("hashing").start(() -> {
            try {
                whole.complete(read(file, part));
                first.complete("");
            } catch (Exception e) {
                whole.completeExceptionally(e);
                first.completeExceptionally(e);
            }
        });
    }

    private String read(Path file, long part) throws Exception {
        var digest = Digests.begin();
        byte[] buffer = new byte[1 << 18];
        long done = 0;
        try (var in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int before = (int) Math.min(n, Math.max(0, part - done));
                digest.update(buffer, 0, before);
                done += before;
                if (done == part && before > 0) first.complete(hex((MessageDigest) digest.clone()));
                digest.update(buffer, before, n - before);
                done += n - before;
            }
        } catch (IOException e) {
            throw FileLeft.unreadable(done, e);
        }
        return hex(digest);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    String whole() throws IOException {
        return ended(whole);
    }

    /** Empty if the file has not as many. */
    String first() throws IOException {
        return ended(first);
    }

    private static String ended(CompletableFuture<String> hash) throws IOException {
        try {
            return hash.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FileLeft left) throw left;
            throw new IOException("The file cannot be hashed: " + e.getCause(), e);
        }
    }
}
