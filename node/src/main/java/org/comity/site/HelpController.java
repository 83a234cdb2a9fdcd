package org.comity.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Shows what words mean, which keys there are, and the guides that lie in the program; anybody may read it. */
@Controller
@RequestMapping("/help")
class HelpController {

    /** In the order of {@code help.word.N}; each has a meaning. */
    static final int WORDS = 26;

    /** Names of guides, in the order in which somebody new needs them. */
    static final List<String> GUIDES = List.of(
            "practise",
            "emergencies",
            "two-officers-and-shifts",
            "ask-for-legal-help",
            "answer-for-legal-help",
            "tell-of-another-provider",
            "tell-unasked",
            "ask-another-police-force",
            "ask-a-short-question",
            "data-in-an-emergency",
            "data-as-they-arise",
            "ask-for-a-person",
            "transfer-a-person",
            "transfer-a-case",
            "consult-on-parallel-cases",
            "trace-and-freeze",
            "ask-for-forfeiture",
            "return-what-was-taken",
            "investigate-with-other-states",
            "give-a-seat",
            "letters",
            "reminders",
            "past-requests",
            "add-evidence",
            "take-evidence-out",
            "translate",
            "pass-data-on",
            "close-a-request",
            "pass-on-inside-the-state",
            "evidence-on-a-disk",
            "treaty-actions",
            "read-boards",
            "assess-ourselves",
            "hold-a-review",
            "match-needs-and-offers",
            "write-a-text-together",
            "keep-a-session",
            "public-site",
            "hold-rooms",
            "share-practice",
            "people",
            "operate",
            "install-a-real-node",
            "begin-a-network",
            "key-ceremony",
            "key-ceremony-and-onboarding",
            "time-stamps",
            "backup-and-restore",
            "load-an-official-document",
            "use-the-api",
            "add-a-procedure");

    @GetMapping
    String help(Model model) {
        model.addAttribute("words", WORDS);
        model.addAttribute("guides", GUIDES);
        return "site/help";
    }

    @GetMapping("/guides/{name}")
    String guide(@PathVariable String name, Model model) throws IOException {
        if (!GUIDES.contains(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("name", name);
        model.addAttribute("text", new ClassPathResource("help/" + name + ".md").getContentAsString(UTF_8));
        return "site/guide";
    }
}
