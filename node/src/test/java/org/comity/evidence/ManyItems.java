package org.comity.evidence;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemManifest;
import org.comity.proof.item.ItemManifest.Purpose;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of as many items as one likes, put into the tables at once; of none of them bytes lie anywhere. */
public final class ManyItems {

    private static final OffsetDateTime BEGUN = OffsetDateTime.parse("2020-01-01T00:00:00Z");

    private final DataSource source;
    private final String thread;

    public ManyItems(DataSource source, String thread) {
        this.source = source;
        this.thread = thread;
    }

    /** Older than whatever is added by a test; the hashes of their manifests, oldest first. */
    public List<String> put(int n, Item.State state) {
        var manifests = new ArrayList<String>();
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < n; i++) {
            var manifest = manifest(i);
            manifests.add(manifest.sha256());
            rows.add(new Object[] {
                UUID.randomUUID(),
                "file-%d.txt".formatted(i),
                thread,
                state.name(),
                BEGUN.plusSeconds(i),
                manifest.json(),
                manifest.payload().size(),
                manifest.sha256(),
                manifest.plain().sha256()
            });
        }
        new JdbcTemplate(source).batchUpdate("""
                insert into evidence.item (
                    id, name, media_type, thread, declared_size, state, begun_at, begun_by, manifest, payload_size,
                    manifest_sha256, plain_sha256)
                values (?, ?, 'text/plain', ?, 7, ?, ?, 'pia', ?, ?, ?, ?)
                """, rows);
        return manifests;
    }

    /** SHA-256 of the plain bytes that the item of this number would have. */
    public String plain(int i) {
        return Digests.sha256((thread + " plain " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** All that are here were released to this receiver by one act. */
    public void release(String receiver) {
        db().sql("""
                insert into evidence.release (
                    manifest, item, receiver, receiver_version, json, header, prepared_at, thread, act, released_at)
                select manifest_sha256, id, :receiver, 1, manifest, repeat('0', 64), begun_at, thread, repeat('a', 64), begun_at
                  from evidence.item
                 where thread = :thread
                """).param("receiver", receiver).param("thread", thread).update();
    }

    /** All that are here came, and have ended their way so. */
    public void arrive(String sender, String act, ItemArrivals.State state) {
        db().sql("""
                insert into evidence.arrival (
                    manifest, sender, thread, act, state, item, next_at, expected_at, ended_at)
                select manifest_sha256, :sender, thread, :act, :state, id, begun_at, begun_at, begun_at
                  from evidence.item
                 where thread = :thread
                """)
                .param("sender", sender)
                .param("act", act)
                .param("state", state.name())
                .param("thread", thread)
                .update();
    }

    private ItemManifest manifest(int i) {
        return new ItemManifest(
                Digests.sha256((thread + " key " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                new ItemManifest.Payload("ef".repeat(32), 39),
                new ItemManifest.Plain(plain(i), 7),
                List.of(new ItemManifest.Recipient("XB-1", Purpose.HOLDER, "34".repeat(32))));
    }

    private JdbcClient db() {
        return JdbcClient.create(source);
    }
}
