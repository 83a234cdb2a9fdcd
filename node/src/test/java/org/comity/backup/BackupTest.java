package org.comity.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.comity.database.PracticeDatabase;
import org.comity.sealing.AgeStream;
import org.comity.sealing.KeyCeremony;
import org.comity.sealing.PracticeKeys;
import org.comity.sealing.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys, files and a real database of one's own there and back; and everything that is refused, changing nothing. */
class BackupTest {

    private static final Path PEER = Path.of("../test/peer").toAbsolutePath().normalize();

    private static final List<String> WRITTEN_BY_A_RESTORE =
            List.of("thread.restoration", "ledger.closure", "thread.reference_year");

    /** A node and its backup, of which no test changes anything; and a database in which nothing is until a test fills it. */
    @TempDir
    private static Path shared;

    private static HikariDataSource node;
    private static HikariDataSource empty;

    @TempDir
    Path folder;

    private HikariDataSource from;
    private HikariDataSource to;
    private Path config;
    private Path backup;

    @BeforeAll
    static void node() throws Exception {
        node = (HikariDataSource) PracticeDatabase.ofANode();
        var db = JdbcClient.create(node);
        db.sql("""
                insert into thread.thread (id, procedure, convention, reference, opener, counterpart, our_role, we_keep,
                                           by_wire, drill, opened_at, changed_at)
                select 't' || n, 'preservation/1', 'uncc/1', 'XB-2026-' || n, 'XB-1', 'XA-1', 'REQUESTING', true,
                       true, false, '2026-01-01Z', '2026-01-01Z'
                  from generate_series(1, 3000) n
                """).update();
        db.sql(
                        "insert into thread.act select 'a' || id, id, E'tab\\t\\\\ \\n', true, '\\xdeadbeef00', 'h', '2026-01-01Z', null from thread.thread")
                .update();
        db.sql("select setval('thread.reference_serial', 17)").query(Long.class).single();
        rowsWithTriggers(db);
        var config = laid(shared, node);
        var said = backup(
                "--config", config.toString(), "--to", shared.resolve("xa.age").toString());
        assertThat(said).as(said).startsWith("0 ");
    }

    private static void rowsWithTriggers(JdbcClient db) {
        db.sql("""
                insert into board.feed values ('public', 2);
                insert into board.entry (audience, k, board, subject, act, signed, envelope, standing, at)
                select 'public', k, 'notices', 's' || k, repeat(k::text, 64), '', '', k = 1, '2026-01-01Z'
                  from generate_series(1, 2) k;
                insert into board.followed (host, audience, since) values ('XB-1', 'public', '2026-01-01Z');
                insert into board.held (host, audience, k, board, subject, act, signed, envelope, standing, at, taken)
                select 'XB-1', audience, k, board, subject, act, '', '', standing, at, at from board.entry;
                insert into directory.list values (1, 'h', '2026-01-01Z', '', '2026-01-01Z');
                insert into directory.entry (participant, hash, version, json, source, status, signed_at, received_at)
                values ('XB-1', 'h', 1, '', 'FILE', 'TAKEN', '2026-01-01Z', '2026-01-01Z');
                insert into directory.pin (participant, hash, version, source, confirmed_until)
                values ('XB-1', 'h', 1, 'FILE', '2026-01-01Z');
                insert into directory.revocation (participant, version, json, received_at, compromised_since, effective)
                values ('XB-1', 1, '', '2026-01-01Z', '2026-01-01Z', '2026-01-01Z');
                """).update();
    }

    @AfterAll
    static void forget() {
        filled();
    }

    @BeforeEach
    void begin() throws Exception {
        from = node;
        if (empty == null) empty = (HikariDataSource) PracticeDatabase.fresh();
        to = empty;
        config = shared.resolve("node.yaml");
        backup = Files.copy(shared.resolve("xa.age"), folder.resolve("xa.age"));
    }

    /** Another node, which the test may change. */
    private void another(HikariDataSource database) throws IOException {
        from = database;
        config = laid(folder, database);
        Files.delete(backup);
    }

    private static Path laid(Path folder, HikariDataSource database) throws IOException {
        Files.createDirectories(folder.resolve("home/directory"));
        Files.writeString(folder.resolve("home/directory/root.json"), "{}");
        Files.writeString(folder.resolve("home/node.log"), "noise");
        return Files.writeString(folder.resolve("node.yaml"), """
                node:
                  id: XA-1
                  home: '%s'
                  keys: '%s'
                spring.datasource:
                  url: '%s'
                  username: %s
                  password: %s
                """.formatted(
                        folder.resolve("home"),
                        PracticeKeys.folder("XA-1"),
                        database.getJdbcUrl(),
                        database.getUsername(),
                        database.getPassword()));
    }

    @Test
    void what_was_there_is_there_again_and_the_node_is_closed() throws Exception {
        assertThat(restore(into())).startsWith("0 ");

        var before = JdbcClient.create(from);
        var after = JdbcClient.create(to);
        for (var table : tables()) {
            if (WRITTEN_BY_A_RESTORE.contains(table)) continue;
            var all = "select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from %s t".formatted(table);
            assertThat(after.sql(all).query(String.class).single())
                    .as(table)
                    .isEqualTo(before.sql(all).query(String.class).single());
        }
        assertThat(after.sql("select count(*) from thread.act")
                        .query(Long.class)
                        .single())
                .isEqualTo(3000);
        assertThat(after.sql("select nextval('thread.reference_serial')")
                        .query(Long.class)
                        .single())
                .isEqualTo(17 + 1000 + 1);
        assertThat(after.sql("select count(*) from thread.restoration")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(triggers(after)).isNotEmpty().isEqualTo(triggers(before));
        var keys = into().resolve("outside/keys");
        assertThat(keys.resolve("seal.p12"))
                .hasSameBinaryContentAs(PracticeKeys.folder("XA-1").resolve("seal.p12"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("seal.p12"))))
                .isEqualTo("rw-------");
        assertThat(into().resolve("directory/root.json")).hasContent("{}");
        assertThat(into().resolve("node.log")).doesNotExist();
        var node = ReadingConfiguration.read(into().resolve("node.yaml"));
        assertThat(node.home()).isEqualTo(into());
        assertThat(node.keys()).isEqualTo(keys);
        assertThat(node.url()).isEqualTo(to.getJdbcUrl());
        assertThat(Files.getPosixFilePermissions(backup)).hasSize(2);
    }

    /** References that others have seen may have been given in a year that the backup does not know. */
    @Test
    void a_year_that_began_after_the_backup_begins_behind_what_was_skipped() throws Exception {
        var nextYear = Clock.fixed(Instant.now().atOffset(UTC).plusYears(1).toInstant(), UTC);

        restoring(nextYear, System.out).restore();
        filled();

        for (var clock : List.of(Clock.systemUTC(), nextYear)) {
            assertThat(JdbcClient.create(to)
                            .sql(
                                    "select nextval('thread.reference_serial') - start from thread.reference_year where year = :year")
                            .param("year", Year.now(clock).getValue())
                            .query(Long.class)
                            .single())
                    .isGreaterThan(1000);
        }
    }

    /** Killed there, it leaves what is looked at here. */
    @Test
    void it_is_closed_as_soon_as_anything_is_in_it_and_has_no_configuration_before_the_end() throws Exception {
        var looked = new AtomicBoolean();
        var out = new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void println(String line) {
                if (!line.equals("Bringing its tables up to date")) return;
                looked.set(true);
                var db = JdbcClient.create(to);
                for (var table : List.of("thread.restoration", "ledger.closure")) {
                    assertThat(db.sql("select count(*) from " + table)
                                    .query(Long.class)
                                    .single())
                            .isOne();
                }
                assertThat(into().resolve("node.yaml")).doesNotExist();
            }
        };

        restoring(Clock.systemUTC(), out).restore();
        filled();

        assertThat(looked).isTrue();
        assertThat(into().resolve("node.yaml")).exists();
    }

    private RestoringNode restoring(Clock clock, PrintStream out) throws IOException {
        var identity = Files.readString(PracticeKeys.recovery("XA-1").resolve("age-identity"))
                .strip();
        return new RestoringNode(
                new OpenedBackup(backup, identity), into(), to.getJdbcUrl(), to.getUsername(), null, out, clock);
    }

    private List<String> tables() throws SQLException {
        try (var connection = from.getConnection()) {
            return new DatabaseCatalogue(connection)
                    .tables().stream().map(BackupManifest.Table::name).toList();
        }
    }

    /** Each with whether it fires. */
    private static List<String> triggers(JdbcClient db) {
        return db.sql("""
                select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger
                 where not tgisinternal order by 1
                """).query(String.class).list();
    }

    /** What a trigger writes beside a row is in the backup as well: a table with one needs a row in the test above. */
    @Test
    void each_table_with_a_trigger_on_new_rows_has_one_in_the_backup_that_is_tried() {
        var db = JdbcClient.create(from);
        var tables = db.sql("""
                select distinct tgrelid::regclass::text from pg_trigger where not tgisinternal and (tgtype & 4) > 0
                """).query(String.class).list();
        assertThat(tables).contains("board.entry", "board.held");
        assertThat(tables)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(db.sql("select exists (select from %s)".formatted(it))
                                .query(Boolean.class)
                                .single())
                        .as(it)
                        .isTrue());
    }

    @Test
    void other_peoples_tools_open_it() throws Exception {
        Tool.needs(Files.exists(PEER.resolve("node_modules/age-encryption")), "age-encryption (npm ci in test/peer)");
        Tool.needs(Tool.installed("unzip"), "unzip");
        var identity = Files.readString(PracticeKeys.recovery("XA-1").resolve("age-identity"))
                .strip();
        var plain = folder.resolve("plain.zip");

        tool(PEER, "node", "age.mjs", "decrypt", identity, backup.toString(), plain.toString());

        assertThat(tool(folder, "unzip", "-l", plain.toString()))
                .contains(
                        "manifest.json", "files/node.yaml", "files/outside/keys/seal.p12", "database/thread.act.copy");
        tool(folder, "unzip", "-tqq", plain.toString());
    }

    private static String tool(Path in, String... command) {
        var tool = Tool.run(in, List.of(command));
        assertThat(tool.exit()).as(tool.said()).isZero();
        return tool.said();
    }

    @Test
    void a_wrong_key_a_changed_byte_and_a_cut_file_are_refused() throws Exception {
        assertThat(restoreWith(PracticeKeys.recovery("XB-1"), into()))
                .contains("cannot be opened with this recovery identity");
        nothingChanged();

        byte[] whole = Files.readAllBytes(backup);
        for (int at : new int[] {5000, whole.length / 2, whole.length - 1}) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(backup, changed);
            assertThat(restore(into())).as("byte " + at).startsWith("1 ").contains("is damaged");
            nothingChanged();
        }
        Files.write(backup, java.util.Arrays.copyOf(whole, whole.length * 2 / 3));
        assertThat(restore(into())).contains("is damaged");
        nothingChanged();
    }

    @Test
    void parts_that_are_not_those_of_the_manifest_are_refused() throws Exception {
        byte[] whole = Files.readAllBytes(backup);

        changed(whole, (name, content) -> name.endsWith("root.json") ? "{ }".getBytes(UTF_8) : content, null);
        assertThat(restore(into()))
                .as("a part with other bytes")
                .startsWith("1 ")
                .contains("not whole");
        nothingChanged();

        changed(whole, (name, content) -> name.endsWith("thread.act.copy") ? null : content, null);
        assertThat(restore(into())).as("a part left out").startsWith("1 ").contains("not whole");
        nothingChanged();

        changed(whole, (name, content) -> content, "files/keys/another.p12");
        assertThat(restore(into()))
                .as("a part that is not listed")
                .startsWith("1 ")
                .contains("not whole");
        nothingChanged();

        changed(whole, (name, content) -> content, null);
        assertThat(restore(into())).as("the same parts").startsWith("0 ");
    }

    @Test
    void a_manifest_that_names_anything_but_our_tables_is_refused() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        for (var evil :
                List.of("thread.act; drop schema thread cascade", "thread.act (id) from program 'id' --", "a.b.c")) {
            manifest(whole, "\"name\":\"thread.act\"", "\"name\":\"" + evil + "\"");
            assertThat(restore(into())).as(evil).startsWith("1 ").contains("manifest is not understood");
            nothingChanged();
        }
        manifest(whole, "\"columns\":\"", "\"columns\":\"id) from program 'id' --");
        assertThat(restore(into())).startsWith("1 ").contains("manifest is not understood");
        nothingChanged();

        manifest(whole, "\"name\":\"thread.act\"", "\"name\":\"pg_catalog.pg_authid\"");
        assertThat(restore(into())).startsWith("1 ").contains("pg_catalog.pg_authid");
        nothingChanged();
    }

    private void manifest(byte[] whole, String from, String to) throws Exception {
        changed(
                whole,
                (name, content) -> {
                    if (!name.equals("manifest.json")) return content;
                    assertThat(new String(content, UTF_8)).contains(from);
                    return new String(content, UTF_8).replace(from, to).getBytes(UTF_8);
                },
                null);
    }

    @Test
    void a_link_that_is_left_out_is_named() throws Exception {
        var disk = Files.createDirectory(folder.resolve("big disk"));
        Files.writeString(disk.resolve("item"), "evidence");
        another(node);
        Files.createSymbolicLink(folder.resolve("home/evidence"), disk);
        assertThat(backup("--config", config.toString(), "--to", backup.toString()))
                .startsWith("0 ")
                .contains("NOT in this backup: " + folder.resolve("home/evidence") + " is a link to " + disk);
    }

    @Test
    void a_disk_that_is_mounted_for_evidence_is_left_out_and_that_is_said() throws Exception {
        another(node);
        var disk = Files.createDirectories(folder.resolve("home/disk/bag"));
        Files.writeString(disk.resolve("image.dd"), "somebody's evidence in the plain");
        Files.createSymbolicLink(disk.resolve("link"), folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("home/kept.txt"), "of the node");
        assertThat(backup("--config", config.toString(), "--to", backup.toString()))
                .startsWith("0 ")
                .contains("NOT in this backup: " + folder.resolve("home/disk") + ", where a disk")
                .doesNotContain("is a link to");

        assertThat(restore(into())).startsWith("0 ");

        assertThat(into().resolve("kept.txt")).exists();
        assertThat(into().resolve("disk")).doesNotExist();
    }

    @Test
    void evidence_on_a_disk_of_its_own_is_in_it_and_a_bucket_is_named() throws Exception {
        another(node);
        var vault = Files.createDirectories(folder.resolve("vault/2026"));
        Files.writeString(vault.resolve("item.age"), "sealed");
        Files.writeString(
                config,
                "node.evidence.folder: '" + folder.resolve("vault") + "'\nnode.evidence.s3.bucket: evidence-of-xa\n",
                StandardOpenOption.APPEND);
        assertThat(backup("--config", config.toString(), "--to", backup.toString()))
                .startsWith("0 ")
                .contains("NOT in this backup: items of evidence in the bucket evidence-of-xa");

        assertThat(restore(into())).startsWith("0 ");

        assertThat(into().resolve("outside/evidence/2026/item.age")).hasContent("sealed");
        assertThat(ReadingConfiguration.read(into().resolve("node.yaml")).evidence())
                .isEqualTo(into().resolve("outside/evidence"));
    }

    @Test
    void a_folder_that_lay_in_the_home_lies_there_again_under_its_name() throws Exception {
        another(node);
        var vault = Files.createDirectories(folder.resolve("home/vault"));
        Files.writeString(vault.resolve("item.age"), "sealed");
        Files.writeString(config, "node.evidence.folder: '" + vault + "'\n", StandardOpenOption.APPEND);
        again();

        assertThat(restore(into())).startsWith("0 ");

        assertThat(ReadingConfiguration.read(into().resolve("node.yaml")).evidence())
                .isEqualTo(into().resolve("vault"));
        assertThat(into().resolve("vault/item.age")).hasContent("sealed");
    }

    /** The letterhead and the operator’s files lay in the old home; it may be gone, or somebody else’s by now. */
    @Test
    void what_the_configuration_names_in_the_old_home_it_names_in_the_new_one() throws Exception {
        another(node);
        var home = folder.resolve("home");
        Files.createDirectories(home.resolve("operator/keys"));
        Files.writeString(home.resolve("letterhead.png"), "drawn");
        Files.writeString(home.resolve("calendars.yaml"), "stated");
        Files.writeString(config, """
                node.letterhead.image: '%1$s/letterhead.png'
                node.clock.calendars: 'file:%1$s/calendars.yaml'
                node.origin: 'https://comity.example%1$s'
                operator.home: ${node.home}/operator
                node.mail.trust: '%1$s-of-another/ca.pem'
                """.formatted(home), StandardOpenOption.APPEND);
        again();

        assertThat(restore(into())).startsWith("0 ");

        var added = Files.readString(into().resolve("node.yaml"));
        added = added.substring(added.indexOf("# Added by restore"));
        assertThat(added)
                .contains("'node.letterhead.image': '%s'".formatted(into().resolve("letterhead.png")))
                .contains("'node.clock.calendars': 'file:%s'".formatted(into().resolve("calendars.yaml")))
                .contains("'operator.home': '%s'".formatted(into().resolve("operator")))
                .doesNotContain("node.origin")
                .doesNotContain("node.mail.trust")
                .doesNotContain(home.toString());
    }

    @Test
    void a_file_that_the_configuration_names_outside_the_home_is_named() throws Exception {
        another(node);
        var authority = Files.writeString(folder.resolve("mail-ca.pem"), "trusted");
        var calendars = Files.writeString(folder.resolve("calendars.yaml"), "stated");
        Files.writeString(
                config,
                """
                node.mail.trust: '%s'
                node.clock.calendars: 'file:%s'
                node.letterhead.image: '%s'
                node.letters.style: '%s'
                node.mail.password: '${ONLY_THE_NODE_IS_GIVEN_IT}'
                """.formatted(
                        authority, calendars, folder.resolve("home/letterhead.png"), folder.resolve("nothing.css")),
                StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("home/letterhead.png"), "drawn");

        var said = backup("--config", config.toString(), "--to", backup.toString());

        assertThat(said.lines().filter(it -> it.contains("NOT in this backup")))
                .containsExactly(
                        "  NOT in this backup: %s, which node.clock.calendars names. Put it under %s, or back it up by another way."
                                .formatted(calendars, folder.resolve("home")),
                        "  NOT in this backup: %s, which node.mail.trust names. Put it under %s, or back it up by another way."
                                .formatted(authority, folder.resolve("home")));
    }

    @Test
    void rows_whose_label_keeps_them_out_are_counted() throws Exception {
        another(node);
        var db = JdbcClient.create(node);
        db.sql("""
                insert into notification.digest
                       (official, often, address, language, rooms, articles, stop, told_until, next_at, chosen_at)
                values ('maren', 'DAILY', 'maren@xa.example', 'en', '{}', '{}', 's', '2026-01-01Z', '2026-01-01Z',
                        '2026-01-01Z');
                insert into notification.reply_draft (official, post, tlp, text, came_at)
                values ('maren', 1, 'RED', 'told', '2026-01-01Z'), ('maren', 1, 'AMBER', 'told', '2026-01-01Z')
                """).update();
        try {
            assertThat(backup("--config", config.toString(), "--to", backup.toString())
                            .lines())
                    .contains(
                            "  NOT in this backup: rows of notification.reply_draft whose label is 'RED', which may lie in none: 1");
        } finally {
            db.sql("delete from notification.digest").update();
        }
    }

    @Test
    void no_backup_is_written_while_the_folder_of_disks_holds_the_node_itself() throws Exception {
        another(node);
        Files.writeString(config, "node.evidence.disk.folder: '" + folder + "'\n", StandardOpenOption.APPEND);
        assertThat(backup("--config", config.toString(), "--to", backup.toString()))
                .startsWith("1 ")
                .contains("node.evidence.disk.folder is " + folder + ", and " + folder.resolve("home"));
        assertThat(backup).doesNotExist();
    }

    /** Packed and encrypted anew, as only somebody who may open it can. */
    private void changed(byte[] whole, BiFunction<String, byte[], byte[]> part, String more) throws Exception {
        var identity = Files.readString(PracticeKeys.recovery("XA-1").resolve("age-identity"))
                .strip();
        var recipient =
                KeyCeremony.recoveryRecipient(PracticeKeys.folder("XA-1")).orElseThrow();
        try (var from = new ZipInputStream(AgeStream.decrypting(new ByteArrayInputStream(whole), identity));
                var to = new ZipOutputStream(AgeStream.encrypting(Files.newOutputStream(backup), List.of(recipient)))) {
            if (more != null) {
                to.putNextEntry(new ZipEntry(more));
                to.write(1);
            }
            for (var each = from.getNextEntry(); each != null; each = from.getNextEntry()) {
                var content = part.apply(each.getName(), from.readAllBytes());
                if (content != null) {
                    to.putNextEntry(new ZipEntry(each.getName()));
                    to.write(content);
                }
            }
        }
    }

    @Test
    void a_target_that_is_not_empty_is_refused() throws Exception {
        Files.createDirectories(into());
        Files.writeString(into().resolve("something"), "mine");
        assertThat(restore(into())).startsWith("1 ").contains("is not empty");
        assertThat(into().resolve("something")).hasContent("mine");
        Files.delete(into().resolve("something"));

        filled();
        JdbcClient.create(to).sql("create table public.mine (n integer)").update();
        assertThat(restore(into())).startsWith("1 ").contains("The database").contains("is not empty");
        assertThat(into()).isEmptyDirectory();
    }

    @Test
    void tables_of_a_newer_or_another_program_are_refused() throws Exception {
        another((HikariDataSource) PracticeDatabase.ofANode());
        var db = JdbcClient.create(from);
        db.sql(
                        "insert into public.flyway_schema_history values (9999, '999.1', 'of tomorrow', 'SQL', 'x', 1, 'x', now(), 1, true)")
                .update();
        again();
        assertThat(restore(into())).startsWith("1 ").contains("newer program").contains("999.1");
        nothingChanged();

        db.sql("delete from public.flyway_schema_history where installed_rank = 9999")
                .update();
        db.sql("update public.flyway_schema_history set checksum = 7 where version = '230.1'")
                .update();
        again();
        assertThat(restore(into())).startsWith("1 ").contains("another program").contains("230.1");
        nothingChanged();
    }

    @Test
    void a_backup_of_an_older_program_is_restored_and_brought_up_to_date() throws Exception {
        another((HikariDataSource) PracticeDatabase.ofANode());
        var db = JdbcClient.create(from);
        db.sql("drop table thread.compared, thread.restoration").update();
        db.sql("delete from public.flyway_schema_history where version = '230.5'")
                .update();
        again();

        assertThat(restore(into())).startsWith("0 ");

        assertThat(JdbcClient.create(to)
                        .sql("select count(*) from thread.restoration")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void a_file_is_never_written_over_and_needs_a_recipient() throws Exception {
        assertThat(backup("--config", config.toString(), "--to", backup.toString()))
                .startsWith("1 ")
                .contains("exists");
        assertThat(backup(
                        "--config",
                        config.toString(),
                        "--to",
                        folder.resolve("new.age").toString(),
                        "--recipient",
                        "age1nobody"))
                .startsWith("1 ")
                .contains("no recipient");
        assertThat(backup(
                        "--config",
                        folder.resolve("none.yaml").toString(),
                        "--to",
                        folder.resolve("new.age").toString()))
                .startsWith("1 ")
                .contains("cannot be read");
        assertThat(backup(
                        "--config",
                        config.toString(),
                        "--to",
                        folder.resolve("no/new.age").toString()))
                .startsWith("1 ")
                .contains("There is no folder");
        assertThat(backup("--configuration", "x")).startsWith("2 ");
        assertThat(folder.resolve("new.age")).doesNotExist();
    }

    private Path into() {
        return folder.resolve("again");
    }

    private void again() throws IOException {
        Files.deleteIfExists(backup);
        assertThat(backup("--config", config.toString(), "--to", backup.toString()))
                .startsWith("0 ");
    }

    private void nothingChanged() {
        assertThat(into()).doesNotExist();
        assertThat(JdbcClient.create(to)
                        .sql("select count(*) from pg_namespace where nspname = 'thread'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String restore(Path into) {
        return restoreWith(PracticeKeys.recovery("XA-1"), into);
    }

    private String restoreWith(Path recovery, Path into) {
        var options = new ArrayList<>(List.of("--from", backup.toString(), "--into", into.toString()));
        options.addAll(
                List.of("--recovery", recovery.toString(), "--jdbc", to.getJdbcUrl(), "--user", to.getUsername()));
        var said = new ByteArrayOutputStream();
        int code = BackupCommand.restore(options, new PrintStream(said));
        if (code == 0) filled();
        return code + " " + said.toString(UTF_8);
    }

    /** The next test gets another database. */
    private static void filled() {
        empty = null;
    }

    private static String backup(String... options) {
        var said = new ByteArrayOutputStream();
        return BackupCommand.backup(List.of(options), new PrintStream(said)) + " " + said.toString(UTF_8);
    }
}
