#import "Common/ShaderLib/GLSLCompat.glsllib"

uniform mat4 g_ViewMatrix;
uniform mat4 g_ProjectionMatrix;

attribute vec3 inPosition;

varying vec3 look;

void main() {
    look = inPosition;
    vec4 seen = g_ProjectionMatrix * vec4(mat3(g_ViewMatrix) * inPosition * 10.0, 1.0);
    gl_Position = seen.xyww;
}
