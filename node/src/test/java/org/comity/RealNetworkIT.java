package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.comity.database.PracticeDatabase;
import org.comity.vocabulary.Duty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A network in earnest from nothing, by the how-to pages as they stand: the Secretariat and two States, each with keys that its own
 * authority certified, a PostgreSQL database of its own and pages behind a proxy that listens on another port than 443.
 */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
class RealNetworkIT {

    private static final HowTo BEGIN = HowTo.page("begin-a-network");
    private static final HowTo INSTALL = HowTo.page("install-a-real-node");
    private static final String NAMES = "secretariat.example node.example other.example";

    private final Path folder = TemporaryFolders.folder("real");
    private final List<AutoCloseable> open = new ArrayList<>();
    private final int proxy = free();
    private Browser browser;

    @AfterEach
    void end() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void a_network_stands_carries_an_act_and_is_read() throws Exception {
        authorityOfPages();
        var secretariat = machine("xs", "XS-1", "secretariat.example", "/var/lib/secretariat");
        var one = machine("xa", "XA-1", "node.example", "/var/lib/state");
        var other = machine("xb", "XB-1", "other.example", "/var/lib/state");
        proxies(List.of(secretariat, one, other));

        secretariat.runs(BEGIN.commands("./comity network begin"));
        certified(secretariat, "/var/lib/secretariat");
        filledIn(secretariat, "The Secretariat");
        secretariat.runs(BEGIN.commands("--home /var/lib/secretariat --as4"));
        secretariat.runs(BEGIN.commands("./comity network open"));
        completed(secretariat, "https://secretariat.example");
        secretariat.starts(BEGIN.commands("./comity node --config /var/lib/secretariat"));
        secretariat.isReady();
        browser = Chromium.launched("--ignore-certificate-errors", "--host-resolver-rules=MAP *.example 127.0.0.1");
        open.add(browser);
        var officers = officers(secretariat, "https://secretariat.example", Duty.DUTY_OFFICER, Duty.SECOND_OFFICER);

        for (var state : List.of(one, other)) {
            Files.copy(
                    secretariat.home().resolve("operator/root.json"),
                    state.folder().resolve("root.json"));
            state.runs(BEGIN.commands("./comity onboard begin"));
            certified(state, "/var/lib/state");
            filledIn(state, state == one ? "Aldoria" : "Belmora");
            assertThat(state.runs(BEGIN.commands("./comity onboard submit")))
                    .contains("a person there will look at it");
            completed(state, state == one ? "https://node.example" : "https://other.example");
        }
        for (var id : List.of("XA-1", "XB-1")) {
            admitted(officers, id);
        }
        for (var state : List.of(one, other)) {
            state.starts(BEGIN.commands("./comity node --config /var/lib/state"));
        }
        one.isReady();
        other.isReady();

        anActGoes(one, other);
        aPublicationIsRead(officers, one);
    }

    private void anActGoes(RealMachine one, RealMachine other) throws IOException {
        var ours = officers(one, "https://node.example", Duty.DUTY_OFFICER, Duty.SECOND_OFFICER);
        var theirs = officers(other, "https://other.example", Duty.DUTY_OFFICER);
        // The Convention is not in force yet, so no network in earnest offers it as binding.
        Story.writes(ours.getFirst(), "budapest");
        ours.getLast().open(ours.getFirst().path());
        ours.getLast().signs();
        var reference = ours.getLast().path().replace("/requests/", "");
        theirs.getFirst().waitFor("/requests/" + reference, ".reg .seal");
        ours.getFirst().waitFor("/requests/" + reference, ".reg .seal");
        assertThat(theirs.getFirst().text()).contains("Forged bank notices were sent from two mailboxes.");
    }

    private void aPublicationIsRead(List<SeatedChair> officers, RealMachine state) {
        officers.getFirst().open("/treaty/lines/import");
        officers.getFirst().upload("file", "lines.csv", """
                state,name,organisation,action,day,notification,source,article,text
                XA,Aldoria,,ratification,2026-03-07,C.N.12.2026,The depositary's notification,,
                """.getBytes());
        officers.getFirst().press("form[enctype] button");
        officers.getFirst().press("button[name=all]");
        officers.getLast().open("/treaty/lines");
        officers.getLast().check("line");
        officers.getLast().press("form[action='/treaty/lines'] button");
        var reader = SeatedChair.withAuthenticator(browser, address("https://node.example"), "en");
        open.add(reader::close);
        reader.waitForText("/boards/XS-1/treaty", "C.N.12.2026");
    }

    /** Two officers admit; one alone does not. */
    private static void admitted(List<SeatedChair> officers, String id) {
        var admit = "form[action*='/admissions/" + id + "/'][action$='/admit']";
        for (var officer : officers) {
            officer.open("/admissions");
            assertThat(officer.has(admit)).as(officer.text()).isTrue();
            officer.signs(admit);
        }
        assertThat(officers.getFirst().has("a[href='/directory/entries/" + id + "/1']"))
                .isFalse();
        officers.getLast().open("/admissions");
        assertThat(officers.getLast().has("a[href='/directory/entries/" + id + "/1']"))
                .isTrue();
    }

    /** The first two persons open their links; one adds the others, the other confirms. */
    private List<SeatedChair> officers(RealMachine machine, String origin, Duty... duties) throws IOException {
        var administrator = person(origin, machine.home().resolve("first-administrator.txt"), null);
        var second = person(origin, machine.home().resolve("second-person.txt"), null);
        var officers = new ArrayList<SeatedChair>();
        for (var duty : duties) {
            administrator.open("/admin/people");
            var id = "officer." + (officers.size() + 1);
            administrator.fill("name", "Officer " + (officers.size() + 1));
            administrator.fill("id", id);
            administrator.tick("duties", duty.name());
            administrator.press("form[action='/admin/people'] button");
            var link = administrator.textOf(".note .cmd");
            String code = null;
            second.open("/people/changes");
            while (second.has("form[action$='/confirm']")) {
                second.signs("form[action$='/confirm']");
                if (second.has(".note .cmd")) code = second.textOf(".note .cmd");
            }
            officers.add(enrolled(origin, link, code));
        }
        return officers;
    }

    private SeatedChair person(String origin, Path file, String code) throws IOException {
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(file));
        var link = Pattern.compile("https?://\\S+").matcher(Files.readString(file));
        assertThat(link.find()).isTrue();
        return enrolled(origin, link.group(), code);
    }

    private SeatedChair enrolled(String origin, String link, String code) {
        assertThat(link).startsWith(address(origin) + "/enrol/");
        var chair = SeatedChair.withAuthenticator(browser, address(origin), "en");
        open.add(chair::close);
        chair.open(link.substring(address(origin).length()), "enrol");
        chair.fillIn("form[data-passkey]", "label", "office");
        if (code != null) chair.fillIn("form[data-passkey]", "second", code);
        chair.signs();
        assertThat(chair.path()).isEqualTo("/me");
        return chair;
    }

    /** What a page of the network is reached at, since the proxy does not listen on 443. */
    private String address(String origin) {
        return origin + ":" + proxy;
    }

    /** Each participant has an authority of its own, which certifies what the ceremony asks for. */
    private static void certified(RealMachine machine, String home) {
        machine.runs("""
                for each in national stamps; do
                    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout $each.key -out $each-ca.pem \\
                        -days 30 -subj "/O=$(basename $PWD)/CN=Authority for $each" 2>/dev/null
                done
                for key in seal register entry as4 tls; do
                    openssl x509 -req -in %s/keys/$key.csr -CA national-ca.pem -CAkey national.key -CAcreateserial -days 20 \\
                        -copy_extensions copyall -out $key.pem
                    cat $key.pem national-ca.pem >$key-chain.pem
                done
                """.formatted(home));
        machine.runs(BEGIN.commands("./comity keys trust " + home));
    }

    private static void filledIn(RealMachine machine, String name) {
        machine.types(
                "entry-draft.json",
                Map.of(
                        "\"en\": \"\"",
                        "\"en\": \"" + name + "\"",
                        "\"phone\": \"\"",
                        "\"phone\": \"+99 10 555 0100\"",
                        "\"contact-point\": \"\"",
                        "\"contact-point\": \"Contact point, " + name + "\"",
                        "\"central-authority\": \"\"",
                        "\"central-authority\": \"Ministry of Justice, " + name + "\""));
    }

    /** Database, proxy and the first two persons, as the page says. */
    private void completed(RealMachine machine, String origin) throws IOException {
        machine.runs(INSTALL.commands("createuser"), "secret-of-node\nsecret-of-node\n");
        var letterhead = Path.of(machine.meant("/var/lib/comity/letterhead.png"));
        Files.createDirectories(letterhead.getParent());
        ImageIO.write(new BufferedImage(40, 10, BufferedImage.TYPE_INT_RGB), "png", letterhead.toFile());
        Map<String, Object> page = INSTALL.settings("second-person");
        // Beside the pages: an operator is asked every fifteen minutes, a host every five.
        var sooner = Map.of("every", (Object) "PT2S");
        machine.completes(List.of(
                page,
                BEGIN.settings("follow:"),
                Map.of("node", Map.of("origin", origin, "board", sooner, "directory", sooner))));
    }

    private RealMachine machine(String name, String id, String host, String home) throws IOException {
        var own = Files.createDirectories(folder.resolve(name));
        int pages = free();
        int as4 = free();
        var read = new LinkedHashMap<String, String>();
        read.put("XA-1", id.equals("XS-1") ? "XA-1" : id);
        read.put("node.example", host.equals("secretariat.example") ? "node.example" : host);
        for (var each : NAMES.split(" ")) {
            read.put(
                    "https://" + each,
                    address("https://" + (each.equals("node.example") && !name.equals("xs") ? host : each)));
            read.put("https://" + each + ":9440", "https://" + (each.equals("node.example") ? host : each) + ":" + as4);
        }
        read.put("--port 8440", "--port " + pages);
        read.put("--as4-port 9440", "--as4-port " + as4);
        read.put("http://127.0.0.1:8440", "http://127.0.0.1:" + pages);
        read.put("comity.example", host);
        read.put("--pwprompt comity", "--pwprompt comity_" + name);
        read.put(
                "--owner comity --encoding UTF8 --template template0 comity",
                "--owner comity_" + name + " --encoding UTF8 --template template0 comity_" + name);
        var server = PracticeDatabase.propertiesOfANode();
        var database = URI.create(server.get("spring.datasource.url").substring("jdbc:".length()));
        read.put(
                "jdbc:postgresql://localhost/comity",
                "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/comity_" + name);
        read.put("username: comity", "username: comity_" + name);
        read.put("/var/lib/comity", own.resolve(Path.of(home).getFileName()).toString());
        launcher(own);
        var machine = new RealMachine(
                own,
                home,
                read,
                Map.of(
                        "PATH",
                        own.resolve("bin") + ":" + System.getenv("PATH"),
                        "PGHOST",
                        "127.0.0.1",
                        "PGPORT",
                        Integer.toString(database.getPort()),
                        "PGUSER",
                        server.get("spring.datasource.username"),
                        "PGPASSWORD",
                        server.get("spring.datasource.password"),
                        "SPRING_DATASOURCE_PASSWORD",
                        "secret-of-node"));
        open.add(machine);
        return machine;
    }

    /** What {@code ./comity} does once all is built; and nobody to become, since all of it is ours. */
    private void launcher(Path own) throws IOException {
        var hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost " + NAMES + "\n");
        program(own.resolve("comity"), """
                exec '%s/bin/java' -Xmx512m -XX:+UseSerialGC %s -Djdk.net.hosts.file='%s' -Djavax.net.ssl.trustStore='%s' \\
                    -Djavax.net.ssl.trustStorePassword=changeit -Djava.io.tmpdir='%s' -cp '%s' org.comity.NodeApplication "$@"
                """.formatted(
                        System.getProperty("java.home"),
                        NodeProcess.COMPILED_ONCE,
                        hosts,
                        folder.resolve("pages.p12"),
                        Files.createDirectories(own.resolve("temporary")),
                        programAlone()));
        program(own.resolve("bin/sudo"), "[ \"$1\" != -u ] || shift 2\nexec \"$@\"\n");
    }

    /** Without what tests bring along: they have settings of their own. */
    private static String programAlone() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(it -> !it.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Browsers know who certified the addresses of pages; here somebody made up. */
    private void authorityOfPages() throws IOException {
        launcher(folder);
        new RealMachine(folder, "/var/lib/none", Map.of(), Map.of())
                .runs("""
                openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout pages.key -out pages.pem -days 30 \\
                    -subj "/CN=secretariat.example" -addext "subjectAltName=DNS:secretariat.example,DNS:node.example,DNS:other.example"
                '%s/bin/keytool' -importcert -noprompt -file pages.pem -alias pages -keystore pages.p12 -storepass changeit
                """.formatted(System.getProperty("java.home")));
    }

    /** One nginx with the site of each, as the page gives it. */
    private void proxies(List<RealMachine> machines) throws Exception {
        var site = INSTALL.block("nginx", "proxy_pass");
        var sites = new StringBuilder();
        for (var each : machines) {
            sites.append(each.meant(site)
                    .replace("listen 443 ssl", "listen " + proxy + " ssl")
                    .replaceAll("/etc/ssl/\\S+\\.pem;", folder.resolve("pages.pem") + ";")
                    .replaceAll("/etc/ssl/private/\\S+\\.key;", folder.resolve("pages.key") + ";"));
        }
        var settings = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                worker_processes 1;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log;
                events {}
                http {
                    access_log off;
                    client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxied;
                    fastcgi_temp_path %1$s/f; uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
                %2$s
                }
                """.formatted(folder, sites));
        var nginx = new ProcessBuilder(
                        "nginx", "-e", folder.resolve("nginx.log").toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        open.add(nginx::destroy);
    }

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
