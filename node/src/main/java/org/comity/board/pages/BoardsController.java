package org.comity.board.pages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.comity.board.HostsFollowed;
import org.comity.ui.CurrentOfficial;
import org.comity.ui.FileAnswer;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Boards as this node holds them; anybody reads what is public. */
@Controller
@RequestMapping("/boards")
class BoardsController {

    private static final String HOST = "/{host:" + ParticipantId.FORM + "}";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReadingBoardPages reading;
    private final HostsFollowed hosts;
    private final CurrentOfficial current;
    private final Duration patience;

    /** For all together who have not signed in, one proof is made at a time. */
    private final Semaphore turn = new Semaphore(1);

    @Autowired
    BoardsController(ReadingBoardPages reading, HostsFollowed hosts, CurrentOfficial current) {
        this(reading, hosts, current, PATIENCE);
    }

    BoardsController(ReadingBoardPages reading, HostsFollowed hosts, CurrentOfficial current, Duration patience) {
        this.reading = reading;
        this.hosts = hosts;
        this.current = current;
        this.patience = patience;
    }

    @GetMapping
    String all(Locale language, Model model) {
        model.addAttribute("boards", reading.all(language.getLanguage(), signedIn()));
        return "board/boards";
    }

    @GetMapping(HOST + "/{name:[a-z][a-z0-9-]*}")
    String one(@PathVariable String host, @PathVariable String name, Locale language, Model model) {
        model.addAttribute("board", reading.board(host, name, language.getLanguage(), signedIn()));
        return "board/board";
    }

    /** One entry against the head that its host signed; {@code ./comity verify} reads it without this node. */
    @GetMapping(HOST + "/{name:[a-z][a-z0-9-]*}/proofs/{act:[0-9a-f]{64}}")
    ResponseEntity<byte[]> proof(
            @PathVariable String host,
            @PathVariable String name,
            @PathVariable String act,
            @RequestParam(required = false) @Nullable Long since) {
        if (signedIn()) return file(host, name, act, reading.proof(host, name, act, true, since));
        if (!myTurn()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "1")
                    .build();
        }
        try {
            return file(host, name, act, reading.proof(host, name, act, false, since));
        } finally {
            turn.release();
        }
    }

    private boolean myTurn() {
        try {
            return turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ResponseEntity<byte[]> file(String host, String name, String act, String proof) {
        return FileAnswer.saved("%s-%s-%s.tlog-proof".formatted(host, name, act.substring(0, 12)))
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(proof.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(HOST + "/again")
    String again(
            @PathVariable String host,
            @RequestParam(defaultValue = "") String why,
            Official by,
            RedirectAttributes redirect) {
        hosts.again(host, why, by);
        redirect.addFlashAttribute("flash", Flash.done("board.begun-again", "host", host));
        return "redirect:/boards";
    }

    private boolean signedIn() {
        return current.official().isPresent();
    }
}
