package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The admin pages in a real browser. */
class AdminPagesIT extends DemoSite {

    @Override
    Server serverOfTheSite() {
        return Servers.upstream();
    }

    @Override
    void openTheSite(Chromium browser) {
        context = browser.browser().newContext(contextOptions());
        page = listenedTo(context.newPage());
        page.navigate(address() + "/admin/");
        assertThat(heading("Sign in")).isVisible();
    }

    private Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    private void signIn(String user, String password) {
        Admins.signIn(page, user, password);
    }

    private void assertAccessible() {
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertTrue(violations.isEmpty(), violations.toString());
    }

    @Test
    void a_wrong_password_is_told_and_the_next_may_be_right() {
        assertAccessible();
        signIn("viewer", "wrong");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("There is no such user with this password.");
        screenshot("admin-sign-in");
        assertAccessible();
        signIn("viewer", Admins.VIEWERS_PASSWORD);
        assertThat(page.locator(".who")).containsText("viewer, who may look");
    }

    @Test
    void whoever_the_provider_knows_comes_back_to_the_page_they_wanted() {
        Servers.provider().user("ada", "va-viewers");
        page.navigate(address() + "/admin/#cost");
        page.reload();
        link("Sign in with Shop ID").click();
        link("Continue").click();
        assertThat(heading("Cost")).isVisible();
        assertThat(page.locator(".who")).containsText("oidc:ada, who may look");
        page.reload();
        assertThat(heading("Cost")).isVisible();
        button("Sign out").click();
        assertAccessible();
        screenshot("admin-signed-out-of-provider");
        link("Sign out of Shop ID too").click();
        assertThat(heading("Provider")).isVisible();
        link("Continue").click();
        assertThat(heading("Sign in")).isVisible();
        assertEquals(List.of(), complaints);
    }

    @Test
    void whoever_has_no_role_reads_why_and_can_try_again() {
        Servers.provider().user("eve", "everybody");
        link("Sign in with Shop ID").click();
        link("Continue").click();
        assertThat(heading("You may not see these pages")).isVisible();
        screenshot("admin-no-role");
        assertAccessible();
        link("Sign out of the identity provider, to take another account").click();
        link("Continue").click();
        assertThat(heading("Sign in")).isVisible();
        link("Sign in with Shop ID").click();
        link("Continue").click();
        link("Try again").click();
        assertThat(heading("Sign in")).isVisible();
    }

    private Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void an_admin_sees_whether_the_cluster_is_safe() {
        signIn("admin", Admins.PASSWORD);
        page.navigate(address() + "/admin/#cluster");
        assertThat(heading("Cluster")).isVisible();
        assertThat(page.getByText("Of one member there are no copies.")).isVisible();
        assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Maps")))
                .containsText("sign-ins");
        screenshot("admin-cluster");
        assertAccessible();
        page.setViewportSize(360, 640);
        assertTrue((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= 360"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        screenshot("admin-cluster-phone-dark");
        assertAccessible();
        assertEquals(List.of(), complaints);
    }

    @Test
    void who_signs_out_is_out_after_a_reload_too() {
        signIn("admin", Admins.PASSWORD);
        button("Sign out").click();
        assertThat(heading("Sign in")).isVisible();
        page.reload();
        assertThat(heading("Sign in")).isVisible();
    }
}
