package org.comity.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.comity.database.NodeDatabase;

/** The PostgreSQL that a node brings along, seen as its machine sees it: processes, files, and SQL. */
record OwnDatabase(Path home) {

    /** With all its helpers, as the kernel does when memory ends. */
    void kill() throws IOException {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    void freeze() throws IOException, InterruptedException {
        ProcessSignal.STOP.to(processes());
    }

    void thaw() throws IOException, InterruptedException {
        ProcessSignal.CONT.to(processes());
    }

    void run(String sql) throws IOException, SQLException {
        try (var database = NodeDatabase.under(home);
                var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String sql) throws IOException, SQLException {
        try (var database = NodeDatabase.under(home);
                var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("database/pgdata/postmaster.pid"))
                .getFirst()
                .strip());
    }

    boolean runs() throws IOException {
        return Files.exists(home.resolve("database/pgdata/postmaster.pid"))
                && ProcessHandle.of(pid()).isPresent();
    }

    private List<ProcessHandle> processes() throws IOException {
        var server = ProcessHandle.of(pid()).orElseThrow(() -> new IOException("it does not run"));
        var all = new ArrayList<>(List.of(server));
        server.descendants().forEach(all::add);
        return all;
    }
}
