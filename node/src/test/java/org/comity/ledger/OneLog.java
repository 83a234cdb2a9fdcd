package org.comity.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.comity.database.PracticeDatabase;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.log.Note;
import org.comity.proof.verify.Verify;
import org.comity.sealing.PracticeKeys;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One log over a fresh database, and what a court would say of its proofs. */
abstract class OneLog {

    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00.123Z"), ZoneOffset.UTC);
    static final Official MAREN = new Official("maren", "I. Maren", "XA-1/o-1", Set.of());

    @TempDir
    Path folder;

    DataSource source;
    JdbcClient db;
    PracticeLog node;
    String said;

    @BeforeEach
    void fresh_database() throws Exception {
        use(PracticeDatabase.fresh("ledger"));
    }

    void use(DataSource database) {
        source = database;
        db = JdbcClient.create(source);
        node = PracticeLog.in(source);
    }

    void record(int count) {
        for (int i = 0; i < count; i++) {
            var ledger = node.ledger(NOON);
            node.inTransaction.executeWithoutResult(
                    tx -> ledger.record(MAREN, "thread.read", "t1", Map.of("pages", "3")));
        }
    }

    long size() {
        return node.rows.size();
    }

    String root() {
        return node.log().standing().root();
    }

    List<byte[]> leaves() {
        var leaves = new ArrayList<byte[]>();
        while (leaves.size() < size()) {
            node.lines.after(leaves.size()).forEach(it -> leaves.add(it.line().leaf()));
        }
        return leaves;
    }

    Ledger.Verdict whole() {
        return node.ledger(NOON).verify();
    }

    long count(String table) {
        return db.sql("select count(*) from " + table).query(Long.class).single();
    }

    int verify(String proof, String... earlier) throws Exception {
        var arguments = new ArrayList<>(List.of(
                Files.writeString(folder.resolve("line.tlog-proof"), proof).toString(),
                "--anchor",
                "XA-1=" + PracticeKeys.caPem()));
        if (earlier.length > 0) {
            arguments.addAll(List.of(
                    "--since",
                    Files.writeString(folder.resolve("earlier"), earlier[0]).toString()));
        }
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, UTF_8);
        int code = Verify.run(arguments.toArray(String[]::new), print, print);
        said = out.toString(UTF_8);
        return code;
    }

    static Checkpoint checkpoint(String note) {
        return Checkpoint.read(Note.read(note).text());
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
