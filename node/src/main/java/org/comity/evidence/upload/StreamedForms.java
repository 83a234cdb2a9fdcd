package org.comity.evidence.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Gives the forms by which files come a servlet of their own, without multipart settings: with them the container would write
 * every file to its temporary folder, plain, before anybody here was asked.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class StreamedForms {

    @Bean
    ServletRegistrationBean<DispatcherServlet> streamedForm(WebApplicationContext context, List<StreamedForm> forms) {
        var servlet = new DispatcherServlet(context) {
            @Override
            protected HttpServletRequest checkMultipart(HttpServletRequest request) {
                return request;
            }
        };
        var registration = new ServletRegistrationBean<DispatcherServlet>(
                servlet, forms.stream().map(StreamedForm::path).toArray(String[]::new));
        registration.setName("streamedForm");
        return registration;
    }
}
