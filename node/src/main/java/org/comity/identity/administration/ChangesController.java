package org.comity.identity.administration;

import java.util.stream.Collectors;
import org.comity.directory.Directory;
import org.comity.identity.ApprovalForm;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a second person decides what an administrator wants to give to somebody. */
@Controller
@RequestMapping("/people/changes")
class ChangesController {

    private final AskingChanges asking;
    private final ConfirmingChanges confirming;
    private final Directory directory;

    ChangesController(AskingChanges asking, ConfirmingChanges confirming, Directory directory) {
        this.directory = directory;
        this.asking = asking;
        this.confirming = confirming;
    }

    @GetMapping
    String list(Official by, Model model) {
        mayConfirm(by);
        var waiting = asking.all();
        var code = model.getAttribute("code") instanceof String it ? it : null;
        model.addAttribute(
                "view",
                new ChangesView(
                        waiting,
                        waiting.stream().collect(Collectors.toMap(PersonChange::n, asking::deciders)),
                        by,
                        directory.self().profile().passkeyRequired(),
                        code));
        return "identity/changes";
    }

    @PostMapping("/{n}/confirm")
    String confirm(@PathVariable long n, ApprovalForm form, Official by, RedirectAttributes redirect) {
        mayConfirm(by);
        confirming.confirm(n, form.proof(), by).ifPresent(it -> redirect.addFlashAttribute("code", it));
        redirect.addFlashAttribute("flash", Flash.done("identity.changes.confirmed"));
        return "redirect:/people/changes";
    }

    @PostMapping("/{n}/refuse")
    String refuse(@PathVariable long n, Official by, RedirectAttributes redirect) {
        mayConfirm(by);
        confirming.refuse(n, by);
        redirect.addFlashAttribute("flash", Flash.done("identity.changes.refused"));
        return "redirect:/people/changes";
    }

    private static void mayConfirm(Official by) {
        if (!PersonChange.confirms(by.duties())) {
            throw PeopleRefused.notSecond();
        }
    }
}
