/** Common first names in English, Spanish and Portuguese, folded: enough of any list of people bear one of them to tell the column. */
const lists = [
  'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew',
  'joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott',
  'brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron henry douglas peter adam zachary nathan',
  'walter kyle harold carl arthur gerald roger keith jeremy lawrence sean christian ethan austin joe albert jesse willie bryan billy bruce',
  'noah jordan dylan ralph roy alan wayne eugene logan randy louis russell vincent philip bobby johnny bradley liam oliver lucas max ben',
  'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna',
  'michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia amy kathleen angela shirley brenda emma anna pamela',
  'nicole samantha katherine christine helen debra rachel carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia',
  'lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail',
  'sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla',
  'alexis lori marie ada ana eva ines lea mia nia pia rosa tia zoe kim chloe ella lily ava sofia lucy claire leah nora sam dev finn hugo omar',
  'jose juan luis carlos jorge pedro manuel francisco antonio miguel alejandro rafael fernando javier sergio ricardo roberto eduardo raul jesus',
  'mario alberto enrique oscar ramon ruben arturo pablo andres diego gabriel marcos hector alfredo guillermo victor ignacio joaquin cesar felipe',
  'julio gustavo adrian ivan alonso emilio esteban gonzalo leonardo mateo santiago sebastian tomas nicolas martin angel alvaro agustin rodrigo',
  'guadalupe carmen josefa isabel dolores pilar teresa lucia elena cristina marta paula raquel silvia monica beatriz patricia rocio mercedes',
  'juana alejandra veronica leticia yolanda margarita esperanza gabriela daniela valentina camila ximena fernanda mariana adriana alicia irene',
  'natalia lorena susana claudia esther consuelo graciela araceli blanca norma sonia luz maribel ramona estela catalina renata jimena',
  'joao paulo marcelo andre bruno thiago tiago matheus vitor caio murilo otavio helena leticia larissa beatriz juliana aline bianca priscila',
  'vanessa tatiana luana debora rafaela simone sandra flavia michele carla fabiana amelia heloisa manuela clara cecilia sergio luiz',
  'wei ming jin hui yan li ahmed mohammed muhammad ali hassan fatima aisha priya rahul anil sunita minh linh yuki hiroshi olga igor dmitri',
];

export const firstNames: ReadonlySet<string> = new Set(lists.flatMap((line) => line.split(' ')));
