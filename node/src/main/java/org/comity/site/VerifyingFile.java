package org.comity.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.comity.directory.Participant;
import org.comity.port.ConcurrencyLimit;
import org.comity.proof.form.Digests;
import org.comity.proof.verify.NamedRecord;
import org.comity.proof.verify.Verify;
import org.comity.site.VerdictView.Check;
import org.comity.site.VerdictView.Missing;
import org.comity.site.VerdictView.Named;
import org.comity.vocabulary.CallerOrigin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks a file with the very program that a court runs, and keeps nothing of it. */
@Component
class VerifyingFile implements AutoCloseable {

    /** Each reads a whole thread: strangers must not take the machine from the desk, nor one of them from the others. */
    private static final int AT_ONCE = 3;

    private static final int OF_ONE = 1;

    /** A thread of thousands of acts takes seconds. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final int MOST_CHECKS = 2_000;
    private static final Logger log = LoggerFactory.getLogger(VerifyingFile.class);
    private static final Set<String> ENDINGS = Set.of(".asice", ".zip", ".tlog-proof");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DirectoryAsGiven directory;
    private final Path folder;
    private final ConcurrencyLimit<CallerOrigin> limit = ConcurrencyLimit.ofAllAndEach(AT_ONCE, OF_ONE);
    private final ChecksAside aside;

    @Autowired
    VerifyingFile(DirectoryAsGiven directory, @Value("${node.home}") Path home) throws IOException {
        this(directory, home, new ChecksAside(LONGEST, Runtime.getRuntime().availableProcessors()));
    }

    VerifyingFile(DirectoryAsGiven directory, Path home, ChecksAside aside) throws IOException {
        this.aside = aside;
        this.directory = directory;
        this.folder = home.resolve("verifying");
        forgetLeft();
    }

    /** What a node that was killed had before it is nobody's any more. */
    private void forgetLeft() throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (var left = Files.newDirectoryStream(folder)) {
            for (var each : left) FileSystemUtils.deleteRecursively(each);
        }
    }

    /**
     * @param anchors as {@code --anchor} takes them; whose key none of them says, this node's directory says
     * @return empty while as many others are being checked as may be at once, or one of the same caller
     * @throws ChecksAside.TooLong where the command has to be used, which has all the time
     */
    Optional<VerdictView> verify(MultipartFile file, List<String> anchors, CallerOrigin caller)
            throws IOException, ChecksAside.TooLong {
        ConcurrencyLimit.Turn turn;
        try {
            turn = turn(caller);
        } catch (ConcurrencyLimit.Full busy) {
            return Optional.empty();
        }
        Path copy;
        try {
            copy = copied(file);
        } catch (IOException | RuntimeException e) {
            turn.close();
            throw e;
        }
        try {
            return Optional.of(aside.run(() -> verdict(copy, anchors), () -> {
                turn.close();
                forget(folderOf(copy));
            }));
        } catch (ChecksAside.Busy others) {
            return Optional.empty();
        }
    }

    /** A proxy that does not say for whom it asks stands for many. */
    private ConcurrencyLimit.Turn turn(CallerOrigin caller) throws ConcurrencyLimit.Full {
        return caller.isThisMachine() ? limit.takeForMany() : limit.take(caller);
    }

    /** @return our copy, alone in a folder of its own */
    private Path copied(MultipartFile file) throws IOException {
        Files.createDirectories(folder);
        var own = Files.createTempDirectory(folder, "to-verify");
        try {
            var copy = own.resolve("file" + ending(String.valueOf(file.getOriginalFilename())));
            file.transferTo(copy);
            return copy;
        } catch (IOException | RuntimeException e) {
            FileSystemUtils.deleteRecursively(own);
            throw e;
        }
    }

    private static Path folderOf(Path copy) {
        return copy.resolveSibling("");
    }

    private static void forget(Path own) {
        try {
            FileSystemUtils.deleteRecursively(own);
        } catch (IOException e) {
            log.warn("A file that was checked stays until the next start: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        aside.close();
    }

    private VerdictView verdict(Path file, List<String> anchors) throws IOException {
        var arguments = new ArrayList<>(List.of(file.toString(), "--json"));
        arguments.addAll(directory.arguments(folderOf(file), anchors));
        var said = new ByteArrayOutputStream();
        var code = Verify.run(
                arguments.toArray(String[]::new),
                new PrintStream(said, false, StandardCharsets.UTF_8),
                new PrintStream(PrintStream.nullOutputStream()));
        var json = said.size() == 0 ? null : JSON.readTree(said.toByteArray());
        var sha256 = sha256(file);
        if (json == null || code == 2) {
            return new VerdictView("unreadable", anchors.isEmpty(), List.of(), null, sha256);
        }
        var result = json.path("result").asString();
        var named = VerdictView.holding(result)
                ? NamedRecord.in(file).map(it -> named(it, anchors))
                : Optional.<Named>empty();
        return new VerdictView(result, anchors.isEmpty(), checks(json, file, anchors), named.orElse(null), sha256);
    }

    private Named named(NamedRecord words, List<String> anchors) {
        var parties = new LinkedHashMap<String, @Nullable Participant>();
        words.participants()
                .forEach(it -> parties.put(it, directory.find(it, anchors).orElse(null)));
        return new Named(words, parties);
    }

    private static String sha256(Path file) throws IOException {
        return Digests.sha256(Files.readAllBytes(file));
    }

    /** The name of our own copy says nothing to whoever gave the file. */
    private List<Check> checks(JsonNode json, Path file, List<String> anchors) {
        return StreamSupport.stream(json.path("checks").spliterator(), false)
                .limit(MOST_CHECKS)
                .map(it -> new Check(
                        it.path("subject").asString().replace(String.valueOf(file.getFileName()), "file"),
                        it.path("code").asString(),
                        it.path("outcome").asString(),
                        it.path("detail").asString(),
                        it.has("missing") ? missing(it.path("missing"), anchors) : null))
                .toList();
    }

    private Missing missing(JsonNode json, List<String> anchors) {
        var of = json.path("of").asString();
        return new Missing(
                json.path("what").asString(), of, directory.find(of, anchors).orElse(null));
    }

    private static String ending(String name) {
        var lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().filter(lower::endsWith).findFirst().orElse(".zip");
    }
}
