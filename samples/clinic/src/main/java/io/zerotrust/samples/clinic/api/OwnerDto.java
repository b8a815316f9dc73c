// In the shape of openapi-generator. Not to be edited.
package io.zerotrust.samples.clinic.api;

import jakarta.annotation.Generated;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

@Generated("org.openapitools.codegen.languages.SpringCodegen")
public record OwnerDto(@Nullable Integer id, @NotBlank String firstName, @NotBlank String lastName,
		@NotBlank String city) {
}
