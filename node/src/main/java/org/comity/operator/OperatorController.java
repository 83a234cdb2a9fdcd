package org.comity.operator;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import org.comity.directory.EntryRefused;
import org.comity.ui.Flash;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The directory for people's eyes, and the desk of those who admit. */
@Profile("operator")
@Controller
class OperatorController {

    private final ShowingDirectory showing;
    private final CollatingSubmissions collating;
    private final PasswordAgain again;
    private final OperatorSettings settings;

    OperatorController(
            ShowingDirectory showing, CollatingSubmissions collating, PasswordAgain again, OperatorSettings settings) {
        this.again = again;
        this.showing = showing;
        this.collating = collating;
        this.settings = settings;
    }

    @GetMapping("/")
    String directory(Model model) {
        return show(model, false);
    }

    @GetMapping("/admissions")
    String admissions(Model model) {
        return show(model, true);
    }

    @PostMapping("/admissions/{id}/{hash}/admit")
    String admit(
            @PathVariable String id,
            @PathVariable String hash,
            @RequestParam(defaultValue = "") String password,
            Principal person,
            RedirectAttributes redirect) {
        if (!again.isRight(person.getName(), password)) {
            redirect.addFlashAttribute("flash", Flash.warned("operator.password.wrong", "id", id));
            return "redirect:/admissions";
        }
        collating.admit(id, hash, CollatingSubmissions.person(person.getName()));
        return "redirect:/admissions";
    }

    @PostMapping("/admissions/{id}/{hash}/refuse")
    String refuse(
            @PathVariable String id,
            @PathVariable String hash,
            @RequestParam Map<String, String> posted,
            Principal person,
            HttpServletResponse response,
            Model model) {
        var why = TypedRefusal.typed(hash, posted);
        try {
            collating.refuse(id, hash, why, CollatingSubmissions.person(person.getName()));
            return "redirect:/admissions";
        } catch (EntryRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("typed", TypedRefusal.of(hash, why, refused));
            return show(model, true);
        }
    }

    @PostMapping("/admissions/{id}/{hash}/reopen")
    String reopen(@PathVariable String id, @PathVariable String hash, Principal person) {
        collating.reopen(id, hash, CollatingSubmissions.person(person.getName()));
        return "redirect:/admissions";
    }

    /** What cannot be done as things stand is said above the list that it is about. */
    @ExceptionHandler
    String refused(EntryRefused refused, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                Flash.warned("error." + refused.code(), "id", refused.facts().getOrDefault("id", "")));
        return "redirect:/admissions";
    }

    private String show(Model model, boolean mayAdmit) {
        boolean alone = settings.twoPersons() && settings.people().size() < 2;
        model.addAttribute("directory", showing.view(settings.nodes(), mayAdmit, alone, false));
        return "operator/directory";
    }
}
