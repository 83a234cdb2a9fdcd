package org.comity.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
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

    private final HelpSettings settings;

    HelpController(HelpSettings settings) {
        this.settings = settings;
    }

    @GetMapping
    String help(Model model) {
        model.addAttribute("contact", settings.contact());
        model.addAttribute("words", WORDS);
        model.addAttribute("groups", GuideGroup.values());
        return "site/help";
    }

    @GetMapping("/guides/{name}")
    String guide(@PathVariable String name, Model model) throws IOException {
        if (!GuideGroup.hasGuide(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("name", name);
        model.addAttribute("text", new ClassPathResource("help/" + name + ".md").getContentAsString(UTF_8));
        return "site/guide";
    }
}
