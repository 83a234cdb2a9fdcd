package org.comity.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An object read from any place: one request for as long as it is read on, another after a jump or a break. */
final class BucketChannel extends ReadOnlyChannel {

    private static final int TRIES = 5;

    private final S3Client s3;
    private final String bucket;
    private final String key;
    private final byte[] buffer = new byte[1 << 16];
    private @Nullable ResponseInputStream<GetObjectResponse> in;
    private long inAt;

    BucketChannel(S3Client s3, String bucket, String key, long size) {
        super(size);
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!isOpen()) throw new ClosedChannelException();
        if (at >= size()) return -1;
        if (!into.hasRemaining()) return 0;
        for (int tries = 1; ; tries++) {
            try {
                int n = stream().read(buffer, 0, Math.min(buffer.length, into.remaining()));
                if (n < 0) throw new IOException("The store ended before the object did");
                into.put(buffer, 0, n);
                at += n;
                inAt = at;
                return n;
            } catch (IOException e) {
                end();
                if (tries == TRIES || e instanceof S3Bucket.Missing) throw e;
            }
        }
    }

    private ResponseInputStream<GetObjectResponse> stream() throws IOException {
        var known = in;
        if (known != null && inAt == at) return known;
        end();
        long from = at;
        var fresh = S3Bucket.asked(
                () -> s3.getObject(it -> it.bucket(bucket).key(key).range("bytes=" + from + "-")));
        in = fresh;
        inAt = from;
        return fresh;
    }

    private void end() {
        if (in != null) in.abort();
        in = null;
    }

    @Override
    public void close() {
        super.close();
        end();
    }
}
