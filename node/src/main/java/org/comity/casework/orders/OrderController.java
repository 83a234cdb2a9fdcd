package org.comity.casework.orders;

import java.util.Locale;
import java.util.Map;
import org.comity.casework.orders.TypedOrder.Decision;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The magistrate's own pages. */
@Controller
@RequestMapping("/orders")
class OrderController {

    private final DecidingOnOrder ordering;

    OrderController(DecidingOnOrder ordering) {
        this.ordering = ordering;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Official by, Model model) {
        model.addAttribute("orders", ordering.awaiting(after, by));
        return "casework/orders/orders";
    }

    @GetMapping({RequestAddress.SHORT, RequestAddress.WHOLE})
    String one(@AddressedRequest String reference, Official by, Model model, Locale language) {
        model.addAttribute("order", ordering.view(reference, null, null, FormProblems.NONE, by, language));
        return "casework/orders/order";
    }

    @FileDownload
    @GetMapping({RequestAddress.SHORT + "/request.pdf", RequestAddress.WHOLE + "/request.pdf"})
    ResponseEntity<byte[]> document(@AddressedRequest String reference, Official by) {
        var document = ordering.document(reference, by);
        return (document.theirs() ? FileAnswer.saved(document.name()) : FileAnswer.shown(document.name()))
                .contentType(MediaType.APPLICATION_PDF)
                .body(document.content());
    }

    @PostMapping({RequestAddress.SHORT, RequestAddress.WHOLE})
    String put(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam Map<String, String> form,
            Official by,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        var decision = switch (form.getOrDefault("then", "")) {
            case "grant" -> Decision.GRANTED;
            case "refuse" -> Decision.REFUSED;
            default -> Decision.DRAFT;
        };
        var order = TypedOrder.of(form);
        var problems = ordering.problems(order, decision, Language.of(locale));
        if (problems.any()) {
            model.addAttribute("order", ordering.view(reference, order, version, problems, by, locale));
            return "casework/orders/order";
        }
        if (!ordering.put(reference, order, version, decision, by, Language.of(locale))) {
            var changed = FormProblems.NONE.with("", "orders.changed");
            model.addAttribute("order", ordering.view(reference, order, null, changed, by, locale));
            return "casework/orders/order";
        }
        redirect.addFlashAttribute("flash", Flash.done("orders.done." + decision.name(), "reference", reference));
        return decision == Decision.DRAFT ? "redirect:/orders/" + reference : "redirect:/orders";
    }
}
