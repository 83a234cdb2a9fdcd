package org.comity.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** nginx with mutual TLS 1.3 over the files of one folder: the reference that everybody knows. */
final class Nginx implements AutoCloseable {

    private final Process process;
    final int port;

    Nginx(List<String> around, TransferKeys keys, Path folder) throws IOException, InterruptedException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        for (var id : List.of(TransferKeys.GIVER, TransferKeys.TAKER)) {
            if (new ProcessBuilder("bash", "-c", keys.pem(id)).start().waitFor() != 0) {
                throw new IOException("openssl is needed");
            }
        }
        var home = Files.createDirectories(folder.resolve("nginx"));
        var configuration = Files.writeString(home.resolve("nginx.conf"), """
                %5$s
                daemon off;
                worker_processes 1;
                pid %1$s/pid;
                error_log stderr crit;
                events { worker_connections 64; }
                http {
                  access_log off;
                  sendfile on;
                  client_body_temp_path %1$s/a; proxy_temp_path %1$s/b; fastcgi_temp_path %1$s/c;
                  uwsgi_temp_path %1$s/d; scgi_temp_path %1$s/e;
                  server {
                    listen %2$d ssl;
                    ssl_protocols TLSv1.3;
                    ssl_certificate %3$s;
                    ssl_certificate_key %3$s;
                    ssl_verify_client optional_no_ca;
                    root %4$s;
                  }
                }
                """.formatted(
                        home,
                        port,
                        keys.folder().resolve(TransferKeys.GIVER + ".pem"),
                        folder,
                        System.getProperty("user.name").equals("root") ? "user root;" : ""));
        var line = new ArrayList<>(around);
        line.addAll(List.of("nginx", "-p", home.toString(), "-c", configuration.toString()));
        process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
    }

    /** curl's way to a file here, as far as the name of the file. */
    String curl(TransferKeys keys, String host, int at) {
        return "curl -sfk --retry 5 --retry-connrefused --tlsv1.3 --cert '%s' https://%s:%d/"
                .formatted(keys.folder().resolve(TransferKeys.TAKER + ".pem"), host, at);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
